import { THEMES, type ThemeKind } from '../../../renderers/run/paint/theme'

/** What figures take from VS Code's themes, beside the colours of ours, by the class that the page's body has. */
const VARIABLES: Readonly<Record<ThemeKind, { readonly [name: string]: string }>> = {
  light: {
    'editorError-foreground': '#b5200d',
    'editorWarning-foreground': '#7a5200',
    'editorInfo-foreground': '#005a9e',
    'testing-iconPassed': '#1e6b24',
    'textLink-foreground': '#005a9e',
    focusBorder: '#005a9e'
  },
  dark: {
    'editorError-foreground': '#f66a6a',
    'editorWarning-foreground': '#e0b040',
    'editorInfo-foreground': '#6cb8f6',
    'testing-iconPassed': '#73c991',
    'textLink-foreground': '#6cb8f6',
    focusBorder: '#6cb8f6'
  },
  hcLight: {
    'editorError-foreground': '#b5200d',
    'editorWarning-foreground': '#6b4700',
    'editorInfo-foreground': '#0f4a85',
    'testing-iconPassed': '#1b5e20',
    'textLink-foreground': '#0f4a85',
    focusBorder: '#0f4a85',
    contrastBorder: '#0f4a85'
  },
  hcDark: {
    'editorError-foreground': '#ff8080',
    'editorWarning-foreground': '#ffd370',
    'editorInfo-foreground': '#6fc3df',
    'testing-iconPassed': '#89d185',
    'textLink-foreground': '#6fc3df',
    focusBorder: '#f38518',
    contrastBorder: '#6fc3df'
  }
}

const CLASSES: Readonly<Record<ThemeKind, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  hcLight: 'vscode-high-contrast-light',
  hcDark: 'vscode-high-contrast'
}

/** Figures in the page look as they do in an editor. */
export const FIGURE_STYLE = (Object.keys(CLASSES) as ThemeKind[]).map(ruleOf).join('\n')

function ruleOf(kind: ThemeKind): string {
  const { background, foreground, muted, border } = THEMES[kind]
  const variables = {
    'editor-background': background,
    'editor-foreground': foreground,
    foreground,
    descriptionForeground: muted,
    'dropdown-background': background,
    'dropdown-foreground': foreground,
    'editorWidget-border': border,
    'editorHoverWidget-background': background,
    'editorHoverWidget-foreground': foreground,
    'editorHoverWidget-border': border,
    ...VARIABLES[kind]
  }
  const declarations = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value}`)
  return `.${CLASSES[kind]} { ${declarations.join('; ')} }`
}
