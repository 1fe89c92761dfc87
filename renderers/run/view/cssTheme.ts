import { THEMES, type Theme, type ThemeKind } from '../paint/theme'

/**
 * The theme as the editor's CSS variables state it now at `element`; what it leaves out comes from the built-in themes.
 */
export function cssTheme(element: Element): Theme {
  const style = getComputedStyle(element)
  const variable = (name: string, fallback: string) => style.getPropertyValue(`--vscode-${name}`).trim() || fallback
  const kind = themeKind(document.body.classList)
  const preset = THEMES[kind]
  const contrast = kind === 'hcDark' || kind === 'hcLight'
  return {
    ...preset,
    background: variable('notebook-editorBackground', variable('editor-background', preset.background)),
    foreground: variable('editor-foreground', variable('foreground', preset.foreground)),
    muted: contrast ? variable('foreground', preset.muted) : variable('descriptionForeground', preset.muted),
    border: contrast ? variable('contrastBorder', preset.border) : preset.border,
    test: contrast ? preset.test : variable('charts-purple', preset.test),
    alert: variable('editorError-foreground', variable('errorForeground', preset.alert)),
    fontFamily: variable('font-family', preset.fontFamily),
    fontSize: parseFloat(variable('font-size', '')) || preset.fontSize
  }
}

function themeKind(classes: DOMTokenList): ThemeKind {
  if (classes.contains('vscode-high-contrast-light')) return 'hcLight'
  if (classes.contains('vscode-high-contrast')) return 'hcDark'
  return classes.contains('vscode-dark') ? 'dark' : 'light'
}
