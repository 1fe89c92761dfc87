/** The classes by which figures know VS Code's themes. */
const CLASSES = ['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light'] as const
type ThemeClass = (typeof CLASSES)[number]

/** Tells figures, which know VS Code's themes by classes of the body, what the reader's system asks for; paper is light. */
export function followTheme(): void {
  const [dark, paper, forced, more] = QUERIES.map(query => matchMedia(query)) as [Query, Query, Query, Query]
  const follow = () => {
    const contrast = (forced.matches || more.matches) && !paper.matches
    const name = themeClass(dark.matches && !paper.matches, contrast)
    for (const each of CLASSES) document.body.classList.toggle(each, each === name)
  }
  follow()
  for (const query of [dark, paper, forced, more]) query.addEventListener('change', follow)
}

type Query = MediaQueryList
const QUERIES = ['(prefers-color-scheme: dark)', 'print', '(forced-colors: active)', '(prefers-contrast: more)']

const themeClass = (isDark: boolean, contrast: boolean): ThemeClass =>
  contrast ? (isDark ? 'vscode-high-contrast' : 'vscode-high-contrast-light') : isDark ? 'vscode-dark' : 'vscode-light'
