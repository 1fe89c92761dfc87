// The one class of every JavaScript host that this room uses; its tsconfig knows neither Node nor the browser.
declare class TextDecoder {
  constructor(label: 'utf-8' | 'utf-16le' | 'utf-16be', options: { fatal: boolean })
  decode(bytes: Uint8Array): string
}
