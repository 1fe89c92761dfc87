import { deflateSync } from 'fflate'
import { fromUint8Array } from 'js-base64'

/** Bytes as text that a page can hold anywhere: deflated, base64. The same bytes give the same text everywhere. */
const packed = (bytes: Uint8Array): string => fromUint8Array(deflateSync(bytes, { level: 9 }))

/** A block of data in a page: nothing runs it. */
export const dataBlock = (id: string, bytes: Uint8Array): string =>
  `<script type="text/plain" id="${id}">${packed(bytes)}</script>`
