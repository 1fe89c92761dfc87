// The timers of every JavaScript host; this room's core knows neither Node nor the browser.
declare function setTimeout(callback: () => void, milliseconds: number): unknown
declare function clearTimeout(timer: unknown): void
