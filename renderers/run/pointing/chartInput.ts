import { keyAction, type KeyAction } from './crosshair'

/** What a person does with the chart; places in px from its top left corner. */
export interface ChartActions {
  /** the pointer is there; null: it has left */
  point(at: { readonly x: number; readonly y: number } | null): void
  press(x: number, y: number): void
  /** moves what is seen by so many px; false if all of it is in view already */
  drag(distance: number): boolean
  zoom(factor: number, x: number): void
  /** false leaves the key to the editor */
  key(action: KeyAction): boolean
  focus(visible: boolean): void
}

/** Less movement than this, px, is a click. */
const CLICK_WITHIN = 4

/** How much closer a wheel's usual notch of 100 px brings the picture. */
const zoomOf = ({ deltaY }: WheelEvent): number => 2 ** (Math.max(-100, Math.min(100, deltaY)) / 120)

/** Listens to pointer, wheel and keys upon `chart`. Scrolling and keys with modifiers stay the editor's. */
export function listen(chart: HTMLElement, actions: ChartActions): void {
  const locate = (event: MouseEvent) => {
    const { left, top } = chart.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  listenToPointer(chart, actions, locate)
  chart.addEventListener(
    'wheel',
    event => {
      if (!event.ctrlKey && !event.metaKey) return
      taken(event)
      actions.zoom(zoomOf(event), locate(event).x)
    },
    { passive: false }
  )
  chart.addEventListener('keydown', event => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? null : keyAction(event.key)
    if (action && actions.key(action)) taken(event)
  })
  chart.addEventListener('focus', () => actions.focus(chart.matches(':focus-visible')))
  chart.addEventListener('blur', () => actions.focus(false))
}

type Locate = (event: MouseEvent) => { readonly x: number; readonly y: number }

function listenToPointer(chart: HTMLElement, actions: ChartActions, locate: Locate): void {
  let start: { readonly x: number; last: number; dragged: boolean } | null = null
  chart.addEventListener('pointerdown', event => {
    if (event.button === 0) start = { x: event.clientX, last: event.clientX, dragged: false }
  })
  chart.addEventListener('pointermove', event => {
    if (start && Math.abs(event.clientX - start.x) >= CLICK_WITHIN) {
      if (!start.dragged) chart.setPointerCapture(event.pointerId)
      start.dragged = true
      if (actions.drag(event.clientX - start.last)) start.last = event.clientX
    }
    actions.point(locate(event))
  })
  chart.addEventListener('pointerup', event => {
    const { x, y } = locate(event)
    if (start && !start.dragged) actions.press(x, y)
    start = null
  })
  chart.addEventListener('pointercancel', () => (start = null))
  chart.addEventListener('pointerleave', () => actions.point(null))
}

/** Neither the page nor the editor hears of it. */
function taken(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
