/**
 * Calls `changed` when a pixel of the page is made of another number of pixels of the screen, by zoom or on another
 * screen; returns the end of it.
 */
export function watchDensity(changed: () => void): () => void {
  let media: MediaQueryList
  const watch = () => {
    media = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    media.addEventListener('change', seen, { once: true })
  }
  const seen = () => {
    watch()
    changed()
  }
  watch()
  return () => media.removeEventListener('change', seen)
}
