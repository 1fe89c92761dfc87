import { MOST_SERIES, seriesStyle } from '../../../renderers/run/paint/seriesColors'
import { THEMES } from '../../../renderers/run/paint/theme'
import { FIGURE_STYLE } from './figureStyle'

const { light, dark } = THEMES

/** Those of a sweep's curves. */
const SERIES = Array.from(
  { length: MOST_SERIES },
  (_, i) => [seriesStyle('light', i).color, seriesStyle('dark', i).color] as const
)

/** Colours of a picture drawn for a light page, as a dark page shows them. */
const inTheDark =
  (['foreground', 'muted', 'border', 'grid', 'train', 'test', 'alert', 'healthy', 'shade', 'background'] as const) // prettier-ignore
    .map(name => [light[name], dark[name]] as const)
    .concat(SERIES)
    .flatMap(([from, to]) => [
      `  .picture [fill="${from}"] { fill: ${to} }`,
      `  .picture [stroke="${from}"] { stroke: ${to} }`
    ])
    .join('\n')

/** Tables of prose, also within lists and quotations. */
const PROSE_TABLE = ':is(main > table, main > :is(ul, ol, blockquote) table)'

/** The page's own style: light and dark by the reader's system, its colours where it forces some, and light on paper. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #242424; --faint: #595959; --line: #c8c8c8; --edge: #767676; --code: #f5f5f5;
  --accent: #005a9e; --on-accent: #ffffff; --wrong: #b5200d; --old: #7a5200 }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: ${dark.background}; --ink: #d4d4d4; --faint: #a8a8a8; --line: #4a4a4a; --edge: #8a8a8a; --code: #282828;
    --accent: #6cb8f6; --on-accent: #10202e; --wrong: #f66a6a; --old: #e0b040 }
${inTheDark}
}
@media (prefers-contrast: more) { :root { --faint: var(--ink); --line: var(--edge); --edge: var(--ink) } }
${FIGURE_STYLE}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif;
  -webkit-text-size-adjust: 100% }
main, footer { max-width: 940px; margin: 0 auto; padding: 0 16px }
header { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); font-size: 14px }
header > div { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; max-width: 940px; margin: 0 auto; padding: 8px 16px }
header:not(:has(button)) { display: none }
footer { padding: 24px 16px; color: var(--faint); font-size: 14px }
a { color: var(--accent) }
main > :first-child { margin-top: 24px }
main :is(h1, h2, h3) { line-height: 1.25; margin: 1.4em 0 0.5em; scroll-margin-top: 60px; overflow-wrap: break-word }
main img { max-width: 100% }
main > :is(p, ul, ol, blockquote) { max-width: 74ch; overflow-wrap: break-word }
math { font-size: 1.1em }
.katex-block { overflow-x: auto; overflow-y: hidden; max-width: none !important }
.katex-error { color: var(--wrong) !important }
${PROSE_TABLE} { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse }
${PROSE_TABLE} :is(th, td) { border: 1px solid var(--line); padding: 3px 8px }
hr { border: 0; border-top: 1px solid var(--line) }
main > pre { margin: 1em 0 }
blockquote { margin: 1em 0; padding-left: 14px; border-left: 3px solid var(--line); color: var(--faint) }
main > :is(h1, h2, h3, h4, h5, h6) code { font-size: 0.85em }
code, pre, textarea { font-family: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 13.5px }
pre, textarea { box-sizing: border-box; width: 100%; margin: 0; padding: 10px 12px; background: var(--code); color: inherit;
  border: 1px solid var(--line); border-radius: 4px; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2 }
textarea { display: block; resize: none; overflow: hidden; field-sizing: content; border-color: var(--edge) }
textarea[aria-invalid="true"] { border-color: var(--wrong) }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%) }
.cell { margin: 18px 0 32px; scroll-margin-top: 60px; break-inside: avoid }
.output { position: relative; margin-top: 10px }
.output > p, .problems { margin: 0 0 6px; font-size: 14px; overflow-wrap: anywhere }
.output > pre { overflow-x: auto; white-space: pre; overflow-wrap: normal }
.picture svg { display: block; max-width: 100%; height: auto }
.wrong, .problems { color: var(--wrong); white-space: pre-wrap }
.problems { margin: 6px 0 0 }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin-top: 8px; font-size: 14px; color: var(--faint) }
button.run::before { content: "\\25B7\\00A0"; content: "\\25B7\\00A0" / "" }
button.run.stops::before { content: "\\25A0\\00A0"; content: "\\25A0\\00A0" / "" }
.bar progress { width: 110px; accent-color: var(--accent) }
.counted { font-variant-numeric: tabular-nums }
.said { min-width: 0; overflow-wrap: anywhere }
.stale > .output::before { content: ""; position: absolute; inset: 0 auto 0 -10px; border-left: 3px solid var(--old) }
.stale > .bar .said { color: var(--old) }
main button.run, header button, .bar button { font: inherit; font-size: 14px; min-height: 32px; padding: 3px 12px; color: var(--ink); background: var(--code);
  border: 1px solid var(--edge); border-radius: 4px; cursor: pointer }
:is(header, .bar) button:hover { border-color: var(--ink) }
header button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent) }
:is(header, .bar) button:disabled { opacity: 0.55; cursor: default }
:is(header button, .bar button, textarea, a):focus-visible { outline: 2px solid var(--accent); outline-offset: 1px }
@media (forced-colors: active) {
  .picture { background: #ffffff; forced-color-adjust: none }
  textarea[aria-invalid="true"] { border-style: dashed }
  header button.primary { color: ButtonText; background: ButtonFace; border-color: ButtonText; font-weight: 600 }
}
@media (pointer: coarse) { :is(header, .bar) button { min-height: 40px } textarea { font-size: 16px } }
@media print {
  header, .bar, .gradnb-toolbar, .gradnb-tabs, .gradnb-found-buttons, .gradnb-reasons .gradnb-remedies, .gradnb-run button { display: none !important }
  .gradnb-data { max-height: none !important; overflow: visible !important }
  .output > pre { white-space: pre-wrap }
  textarea { border-color: #888888 } .stale > .output::before { display: none }
  main, footer { max-width: none; padding: 0 }
}
`
