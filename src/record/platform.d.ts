// Every JavaScript host's; this room knows neither Node nor the browser.
declare function atob(base64: string): string
