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
  const programs = JSON.parse(new TextDecoder().decode(await unpacked('gradnb-programs')))
  const textOf = name => programs[name].map(place => programs.pieces[place]).join('')
  const loaded = name => import(URL.createObjectURL(new Blob([textOf(name)], { type: 'text/javascript' })))
  const { start } = await loaded('page')
  const { activate } = await loaded('renderer')
  const [notebook, files] = await Promise.all(['gradnb-notebook', 'gradnb-files'].map(unpacked))
  start({ activate, worker: new TextEncoder().encode(textOf('worker')), notebook, files })
})()`

/** Of `LOADER`, as a Content-Security-Policy names it. */
export const LOADER_DIGEST = 'sha256-AXvy5eueQncO/NmTv1Y85uFg3FWTowQRIait7YxK7No='
