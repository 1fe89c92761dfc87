/**
 * What begins to run in the page: unpacks the programs that stand in it and starts them. A browser that lacks what this takes (before
 * 2023) shows the page as it is.
 */
export const LOADER = `(async () => {
  const unpacked = async id => {
    const packed = Uint8Array.from(atob(document.getElementById(id).textContent), sign => sign.charCodeAt(0))
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }
  const loaded = async id => import(URL.createObjectURL(new Blob([await unpacked(id)], { type: 'text/javascript' })))
  const { start } = await loaded('gradnb-page')
  const { activate } = await loaded('gradnb-renderer')
  const [worker, notebook, files] = await Promise.all(['gradnb-worker', 'gradnb-notebook', 'gradnb-files'].map(unpacked))
  start({ activate, worker, notebook, files })
})()`

/** Of `LOADER`, as a Content-Security-Policy names it. */
export const LOADER_DIGEST = 'sha256-eApFQ5B9sQXfLMQr/Ft870CRNLDZahuFYJoMan4CwFE='
