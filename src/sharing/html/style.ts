import { THEMES } from '../../../renderers/run/paint/theme'

const { light, dark } = THEMES

/** Colours of a picture drawn for a light page, as a dark page shows them. */
const inTheDark =
  (['foreground', 'muted', 'border', 'grid', 'train', 'test', 'alert', 'healthy', 'shade', 'background'] as const) // prettier-ignore
    .flatMap(name => [
      `  .picture [fill="${light[name]}"] { fill: ${dark[name]} }`,
      `  .picture [stroke="${light[name]}"] { stroke: ${dark[name]} }`
    ])
    .join('\n')

/** The page's own style: light and dark by the reader's system, and light on paper. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #242424; --faint: #595959; --line: #c8c8c8; --code: #f3f3f3; --accent: #005a9e; --wrong: #b5200d }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: ${dark.background}; --ink: #d4d4d4; --faint: #a8a8a8; --line: #4a4a4a; --code: #2a2a2a; --accent: #6cb8f6; --wrong: #f66a6a }
${inTheDark}
}
/* What figures take from VS Code's themes. */
.vscode-light { --vscode-editor-background: #ffffff; --vscode-editorError-foreground: #b5200d; --vscode-editorWarning-foreground: #7a5200;
  --vscode-editorInfo-foreground: #005a9e; --vscode-testing-iconPassed: #1e6b24 }
.vscode-dark { --vscode-editor-background: ${dark.background}; --vscode-editorError-foreground: #f66a6a; --vscode-editorWarning-foreground: #e0b040;
  --vscode-editorInfo-foreground: #6cb8f6; --vscode-testing-iconPassed: #73c991; --vscode-dropdown-background: ${dark.background} }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif }
main, header, footer { max-width: 940px; margin: 0 auto; padding: 0 16px }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding-top: 12px; color: var(--faint); font-size: 14px }
footer { padding: 24px 16px; color: var(--faint); font-size: 14px }
a { color: var(--accent) }
main :is(h1, h2, h3) { line-height: 1.25; margin: 1.4em 0 0.5em }
main img { max-width: 100% }
code, pre, textarea { font-family: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 13.5px }
pre, textarea { box-sizing: border-box; width: 100%; margin: 0; padding: 10px 12px; background: var(--code); color: inherit;
  border: 1px solid var(--line); border-radius: 4px; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2 }
textarea { display: block; resize: vertical }
table { border-collapse: collapse } th, td { border: 1px solid var(--line); padding: 3px 8px }
.cell { margin: 16px 0 28px; break-inside: avoid }
.output { margin-top: 10px }
.output p { margin: 0 0 6px; font-size: 14px; overflow-wrap: anywhere }
.picture svg { max-width: 100%; height: auto }
.wrong { color: var(--wrong); white-space: pre-wrap }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-top: 6px; font-size: 14px; color: var(--faint) }
button { font: inherit; font-size: 14px; min-height: 32px; padding: 3px 12px; color: var(--ink); background: var(--code);
  border: 1px solid var(--line); border-radius: 4px; cursor: pointer }
button:disabled { opacity: 0.55; cursor: default }
:is(button, textarea, a):focus-visible { outline: 2px solid var(--accent); outline-offset: 1px }
@media print { .bar, header button { display: none } textarea { resize: none; border-color: #888888 } }
`
