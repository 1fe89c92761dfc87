/** The style sheet of a sweep's figure, beside that of all figures. */
export const SWEEP_STYLE = `
.gradnb-sweep .gradnb-multiples { position: relative; margin: 4px 0 6px; overflow-x: auto; line-height: 0 }
.gradnb-sweep .gradnb-thumbs { position: absolute; left: 0; top: 0 }
.gradnb-sweep .gradnb-multiples svg { position: relative }
.gradnb-sweep svg { display: block; font-family: inherit; overflow: visible }
.gradnb-sweep svg text { user-select: text }
.gradnb-sweep .gradnb-groups { position: absolute; inset: 0 }
.gradnb-sweep .gradnb-group { position: absolute; padding: 0; background: none; border: 1px solid transparent; cursor: pointer }
.gradnb-sweep .gradnb-group:hover { border-color: var(--vscode-focusBorder, #0078d4) }
.gradnb-sweep .gradnb-group[aria-pressed="true"] { border: 2px solid var(--vscode-focusBorder, #0078d4);
  box-shadow: inset 0 0 0 1px var(--vscode-editor-background, #fff) }
.gradnb-sweep .gradnb-caption { margin: 4px 0 12px; font-size: 0.92em; color: var(--vscode-descriptionForeground, inherit) }
.gradnb-sweep .gradnb-plot-box { margin: 8px 0 12px; line-height: 0 }
.gradnb-sweep .gradnb-level { width: 110px; accent-color: var(--vscode-focusBorder, #0078d4); vertical-align: middle }
.gradnb-sweep output { min-width: 4.5em; font-variant-numeric: tabular-nums }
.gradnb-sweep input:focus-visible, .gradnb-sweep .gradnb-group:focus-visible { outline: 2px solid var(--vscode-focusBorder, #0078d4);
  outline-offset: 1px }
.gradnb-sweep .gradnb-sweep-table { max-height: 360px }
.gradnb-sweep .gradnb-filter { margin: 0 0 4px; font-weight: 600 }
.gradnb-sweep .gradnb-table thead th { position: sticky; top: 0; z-index: 1; background: var(--vscode-notebook-editorBackground,
  var(--vscode-editor-background, #fff)) }
.gradnb-sweep .gradnb-table thead .gradnb-button { padding: 0 2px; white-space: nowrap }
.gradnb-sweep .gradnb-table thead td { background: none; border: 0 }
.gradnb-compare { overflow-wrap: anywhere }
.gradnb-compare .gradnb-data { container-type: inline-size }
.gradnb-compare .gradnb-table :is(th, td) { min-width: 3em; padding-inline: 4px; white-space: normal; vertical-align: top }
.gradnb-compare .gradnb-table th[scope="row"] { overflow-wrap: normal }
@container (min-width: 260px) { .gradnb-compare .gradnb-table :is(th, td) { min-width: 4em } }
@container (min-width: 500px) { .gradnb-compare .gradnb-table :is(th, td) { padding-inline: 8px } }
.gradnb-sweep .gradnb-actions { text-align: left }
.gradnb-sweep .gradnb-table td .gradnb-button { text-decoration: underline; padding-block: 0 }
.gradnb-sweep .gradnb-table th[aria-sort]:not([aria-sort="none"]) .gradnb-button { font-weight: 600;
  color: var(--vscode-editor-foreground, inherit) }
.gradnb-sweep .gradnb-opened { margin-top: 14px; padding-top: 8px;
  border-top: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, #8884)) }
.gradnb-sweep .gradnb-opened-head { display: flex; justify-content: space-between; align-items: baseline; gap: 12px }
.gradnb-sweep .gradnb-opened-title { margin: 0 0 6px; font-weight: 600 }
`
