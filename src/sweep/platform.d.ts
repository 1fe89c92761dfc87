// The timer of every JavaScript host; this room knows neither Node nor the browser.
declare function setTimeout(callback: () => void, ms?: number): unknown
