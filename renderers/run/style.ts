/** The figure's style sheet: the editor's own colours and fonts, so that every theme fits. */
export const STYLE = `
.gradnb-run { position: relative; color: var(--vscode-editor-foreground, inherit);
  font-family: var(--vscode-font-family, sans-serif); font-size: var(--vscode-font-size, 13px); line-height: 1.45 }
.gradnb-run .gradnb-headline { margin: 2px 0 8px; overflow-wrap: anywhere; user-select: text; cursor: text }
.gradnb-run .gradnb-headline strong { font-weight: 600 }
.gradnb-run .gradnb-state { font-weight: 600; white-space: normal }
.gradnb-run .gradnb-state[data-tone="diverged"] { color: var(--vscode-editorError-foreground, var(--vscode-errorForeground, #c4221f)) }
.gradnb-run .gradnb-chart { position: relative; outline: 1px solid transparent; outline-offset: 2px; line-height: 0;
  overflow: hidden }
.gradnb-run .gradnb-chart:focus-visible { outline: 2px solid var(--vscode-focusBorder, #0078d4) }
.gradnb-run .gradnb-tooltip { position: absolute; z-index: 1; display: grid; grid-template-columns: auto auto; gap: 1px 14px;
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
