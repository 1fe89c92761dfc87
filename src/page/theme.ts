/** Tells figures, which know VS Code's themes by classes of the body, whether the reader's system is dark; paper is light. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const paper = matchMedia('print')
  const follow = () => {
    const isDark = dark.matches && !paper.matches
    document.body.classList.toggle('vscode-dark', isDark)
    document.body.classList.toggle('vscode-light', !isDark)
  }
  follow()
  dark.addEventListener('change', follow)
  paper.addEventListener('change', follow)
}
