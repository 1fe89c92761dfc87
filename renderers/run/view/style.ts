/** The figure's style sheet: the editor's own colours and fonts, so that every theme fits. */
export const STYLE = `
.gradnb-run { position: relative; color: var(--vscode-editor-foreground, inherit);
  font-family: var(--vscode-font-family, sans-serif); font-size: var(--vscode-font-size, 13px); line-height: 1.45 }
.gradnb-run .gradnb-headline { margin: 0 0 4px; overflow-wrap: anywhere; user-select: text; cursor: text }
.gradnb-run .gradnb-headline strong { font-weight: 600 }
.gradnb-run .gradnb-data { color: var(--vscode-descriptionForeground, inherit) }
.gradnb-run .gradnb-state { font-weight: 600; white-space: normal }
.gradnb-run .gradnb-state[data-tone="diverged"] { color: var(--vscode-editorError-foreground,
  var(--vscode-errorForeground, #c4221f)) }
.gradnb-run .gradnb-number { white-space: nowrap }
.gradnb-run [hidden] { display: none !important }
.gradnb-run .gradnb-toolbar { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; margin: 0 0 4px;
  color: var(--vscode-descriptionForeground, inherit) }
:is(.vscode-high-contrast, .vscode-high-contrast-light) .gradnb-run .gradnb-toolbar { color: inherit }
.gradnb-run .gradnb-choice { display: inline-flex; align-items: center; gap: 6px; min-width: 0 }
.gradnb-run select { font: inherit; width: 152px; max-width: 100%; min-height: 26px; padding: 1px 2px; border-radius: 2px;
  color: var(--vscode-dropdown-foreground, inherit); background: var(--vscode-dropdown-background, transparent);
  border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, #8888)) }
@supports (field-sizing: content) { .gradnb-run select { width: auto; field-sizing: content } }
.gradnb-run .gradnb-buttons { display: inline-flex; flex-wrap: wrap }
.gradnb-run .gradnb-button { font: inherit; color: inherit; background: none;
  border: 1px solid var(--vscode-contrastBorder, transparent); border-radius: 3px; margin-right: 1px;
  padding: 1px 7px; min-width: 26px; min-height: 26px; cursor: pointer }
.gradnb-run .gradnb-button[aria-disabled="true"] { opacity: 0.45; cursor: default }
.gradnb-run .gradnb-button:not([aria-disabled="true"]):hover { background: var(--vscode-toolbar-hoverBackground, #8883);
  color: var(--vscode-editor-foreground, inherit) }
.gradnb-run .gradnb-button:is([aria-expanded="true"], [aria-pressed="true"]) { color: var(--vscode-editor-foreground, inherit); font-weight: 600 }
.gradnb-run :is(select, button, .gradnb-data):focus-visible { outline: 2px solid var(--vscode-focusBorder, #0078d4);
  outline-offset: 0 }
.gradnb-run .gradnb-chart { position: relative; outline: 1px solid transparent; outline-offset: 2px; line-height: 0;
  overflow: hidden; touch-action: pan-y; user-select: none }
.gradnb-run .gradnb-chart:focus-visible { outline: 2px solid var(--vscode-focusBorder, #0078d4) }
.gradnb-run .gradnb-overlay { position: absolute; inset: 0; pointer-events: none; overflow: hidden }
.gradnb-run .gradnb-mark { position: absolute; left: 0; top: 0; box-sizing: border-box }
.gradnb-run .gradnb-mark-line { border-left: 1px solid var(--vscode-editor-foreground, #333); opacity: 0.55 }
.gradnb-run .gradnb-mark-pin { border-left: 2px dashed var(--vscode-editor-foreground, #333);
  background: var(--vscode-editor-background, #fff); box-shadow: 0 0 0 1px var(--vscode-editor-background, #fff) }
.gradnb-run :is(.gradnb-mark-left, .gradnb-mark-right)::after { content: '◂'; position: absolute; top: 50%;
  translate: 1px -50%; font-size: 15px; line-height: 1; color: var(--vscode-editor-foreground, #333);
  text-shadow: 0 0 3px var(--vscode-editor-background, #fff), 0 0 1px var(--vscode-editor-background, #fff) }
.gradnb-run .gradnb-mark-right::after { content: '▸'; right: 1px; translate: 0 -50% }
.gradnb-run :is(.gradnb-mark-left, .gradnb-mark-right) { border-left: 2px dashed var(--vscode-editor-foreground, #333);
  overflow: visible }
.gradnb-run .gradnb-mark-cell { border: 2px solid var(--vscode-editor-foreground, #333);
  box-shadow: 0 0 0 1px var(--vscode-editor-background, #fff), inset 0 0 0 1px var(--vscode-editor-background, #fff) }
.gradnb-run .gradnb-mark-row { background: var(--vscode-editor-foreground, #333); opacity: 0.14 }
.gradnb-run .gradnb-stage { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 4px 28px }
.gradnb-run .gradnb-chart { flex: none; max-width: 100% }
.gradnb-run .gradnb-detail { flex: 1 1 100%; min-width: 0; box-sizing: border-box }
.gradnb-run .gradnb-detail[data-beside="true"] { flex: none }
.gradnb-run .gradnb-tabs { display: flex; flex-wrap: wrap; gap: 0 4px; margin-left: calc(var(--gradnb-left, 0px) - 9px) }
.gradnb-run .gradnb-tab { font: inherit; color: var(--vscode-descriptionForeground, inherit); background: none;
  border: 1px solid transparent; border-bottom: 2px solid transparent; padding: 2px 8px; min-height: 26px; cursor: pointer }
.gradnb-run .gradnb-tab:hover { color: var(--vscode-editor-foreground, inherit);
  border-color: var(--vscode-contrastBorder, transparent) }
.gradnb-run .gradnb-tab[aria-selected="true"] { color: var(--vscode-editor-foreground, inherit); font-weight: 600;
  border-bottom-color: var(--vscode-focusBorder, currentColor) }
.gradnb-run .gradnb-detail-title { font-weight: 600 }
.gradnb-run :is(.gradnb-detail-title, .gradnb-detail-sentence) { margin: 3px 0 0 var(--gradnb-left, 0px);
  overflow-wrap: anywhere; user-select: text; font-size: 0.92em }
.gradnb-run .gradnb-detail-plot { line-height: 0; margin-top: 6px; overflow: hidden }
.gradnb-run .gradnb-verdict { margin: 0 0 4px; user-select: text; overflow-wrap: anywhere }
.gradnb-run .gradnb-verdict p { margin: 0 }
.gradnb-run .gradnb-verdict-line { font-size: 1.08em }
.gradnb-run .gradnb-verdict-line strong { font-weight: 600 }
.gradnb-run .gradnb-found { padding: 2px 0 }
.gradnb-run .gradnb-found[data-place="verdict"] { padding: 0 }
.gradnb-run .gradnb-found[data-place="verdict"] .gradnb-found-line { font-size: 1.08em }
.gradnb-run .gradnb-found[data-place="verdict"] .gradnb-found-line > :is(strong, span:first-of-type) { font-weight: 600 }
.gradnb-run .gradnb-found-line strong { font-weight: 600 }
.gradnb-run .gradnb-found-buttons { white-space: nowrap; margin-left: 6px; font-size: 0.92em; font-weight: 400 }
.gradnb-run .gradnb-found-buttons .gradnb-button { padding: 0 4px; border: 0; line-height: inherit; min-height: 24px; margin-block: -2px;
  color: var(--vscode-textLink-foreground, inherit);
  text-decoration: underline; text-decoration-style: dotted; text-underline-offset: 3px }
.gradnb-run .gradnb-found-buttons .gradnb-button:is([aria-pressed="true"], [aria-expanded="true"]) { font-weight: 600;
  text-decoration-style: solid }
.gradnb-run .gradnb-verdict > .gradnb-button { padding: 0 5px; min-height: 24px; color: var(--vscode-descriptionForeground, inherit) }
.gradnb-run .gradnb-found[data-tone="info"] { color: var(--vscode-descriptionForeground, inherit) }
.gradnb-run .gradnb-reasons { margin: 2px 0 6px; padding: 2px 0 2px 12px; max-width: 900px;
  border-left: 2px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, #8888)) }
.gradnb-run .gradnb-reasons ul { margin: 0; padding-left: 20px }
.gradnb-run .gradnb-reasons .gradnb-formula { font-family: var(--vscode-editor-font-family, monospace); margin: 3px 0;
  overflow-wrap: anywhere }
.gradnb-run .gradnb-remedies { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; margin: 4px 0 2px }
.gradnb-run .gradnb-found-buttons .gradnb-repair { margin-left: 4px; padding: 0 8px; border: 1px solid; text-decoration: none }
.gradnb-run :is(.gradnb-remedies .gradnb-button, .gradnb-found-buttons .gradnb-repair) {
  color: var(--vscode-button-secondaryForeground, inherit);
  background: var(--vscode-button-secondaryBackground, #8883);
  border-color: var(--vscode-button-border, var(--vscode-contrastBorder, transparent)) }
.gradnb-run .gradnb-mark-culprit { background: currentColor; min-height: 3px }
.gradnb-run .gradnb-mark-since { border: 2px dashed currentColor;
  box-shadow: 0 0 0 1px var(--vscode-editor-background, #fff) }
.gradnb-run .gradnb-mark[data-tone="error"] { color: var(--vscode-editorError-foreground,
  var(--vscode-errorForeground, #c4221f)) }
.gradnb-run .gradnb-mark[data-tone="warning"] { color: var(--vscode-editorWarning-foreground, #9a6700) }
.gradnb-run .gradnb-mark[data-tone="info"] { color: var(--vscode-editorInfo-foreground, #1a85ff) }
.gradnb-run .gradnb-found[data-tone="error"] .gradnb-verdict-label { color: var(--vscode-editorError-foreground,
  var(--vscode-errorForeground, #c4221f)) }
.gradnb-run .gradnb-found[data-tone="warning"] .gradnb-verdict-label { color: var(--vscode-editorWarning-foreground,
  #9a6700) }
.gradnb-run .gradnb-verdict[data-tone="healthy"] .gradnb-verdict-line .gradnb-verdict-label { color: var(--vscode-testing-iconPassed, #2e7d32) }
.vscode-light .gradnb-run .gradnb-verdict[data-tone="healthy"] .gradnb-verdict-line .gradnb-verdict-label { color: #2e7d32 }
.gradnb-run .gradnb-finding { margin: 8px 0 0; overflow-wrap: anywhere; user-select: text }
.gradnb-run .gradnb-readout { margin-top: 8px; padding-top: 6px; font-size: 0.92em;
  border-top: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, #8884)) }
.gradnb-run .gradnb-readout-title { font-weight: 600; font-variant-numeric: tabular-nums }
.gradnb-run .gradnb-readout-list { display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(235px, 100%), 1fr));
  gap: 0 24px; margin: 2px 0 0 }
.gradnb-run .gradnb-pair { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 10px; min-width: 0 }
.gradnb-run .gradnb-pair dt { color: var(--vscode-descriptionForeground, inherit) }
.gradnb-run .gradnb-more { margin-top: 2px }
.gradnb-run .gradnb-pair dd { margin: 0 0 0 auto; font-variant-numeric: tabular-nums; white-space: nowrap; user-select: text }
.gradnb-run .gradnb-data { margin-top: 8px; max-height: 320px; overflow: auto }
.gradnb-run .gradnb-data > .gradnb-button { padding-inline: 0; text-decoration: underline }
.gradnb-run .gradnb-table { border-collapse: collapse; font-size: 0.92em; font-variant-numeric: tabular-nums }
.gradnb-run .gradnb-table caption { text-align: left; font-weight: 600; padding-bottom: 4px }
.gradnb-run .gradnb-table :is(th, td) { text-align: right; padding: 1px 8px; white-space: nowrap; font-weight: inherit }
.gradnb-run .gradnb-table th { color: var(--vscode-descriptionForeground, inherit) }
.gradnb-run .gradnb-table td { border-top: 1px solid var(--vscode-editorWidget-border, #8883) }
.gradnb-run .gradnb-live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap }
@media (prefers-reduced-motion: no-preference) { .gradnb-run .gradnb-button { transition: background 80ms } }
.gradnb-run .gradnb-tooltip { position: absolute; z-index: 1; display: grid; grid-template-columns: auto auto;
  gap: 1px 14px;
  padding: 6px 9px; pointer-events: none; line-height: 1.4; width: max-content; max-width: min(340px, 100%);
  box-sizing: border-box; color: var(--vscode-editorHoverWidget-foreground, var(--vscode-editor-foreground, #333));
  background: var(--vscode-editorHoverWidget-background, #f3f3f3); border-radius: 3px;
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-editorHoverWidget-border, #c8c8c8)) }
.gradnb-run .gradnb-tooltip[hidden] { display: none }
.gradnb-run .gradnb-tooltip .gradnb-title { grid-column: 1 / -1; font-weight: 600; margin-bottom: 2px }
.gradnb-run .gradnb-tooltip .gradnb-value { text-align: right; font-variant-numeric: tabular-nums }
.gradnb-run .gradnb-error { padding: 8px 12px; border: 1px solid var(--vscode-inputValidation-errorBorder, #be1100);
  background: var(--vscode-inputValidation-errorBackground, transparent);
  color: var(--vscode-inputValidation-errorForeground, inherit); overflow-wrap: anywhere }
`
