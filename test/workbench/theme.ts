import type { Page } from 'playwright-core'
import { pick, runCommand } from './palette'
import type { Settings } from './settings'

interface ThemeNames {
  /** In settings. Newer versions renamed the first two and still take these. */
  setting: string
  /** In the list a user picks from. */
  label: string
  /** The class the workbench carries; its webviews carry `vscode-` forms of it. */
  className: string
}

/** VS Code's own four kinds of theme. */
export const themes = {
  light: { setting: 'Default Light Modern', label: 'Light Modern', className: 'vs' },
  dark: { setting: 'Default Dark Modern', label: 'Dark Modern', className: 'vs-dark' },
  'high-contrast': { setting: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
  'high-contrast-light': { setting: 'Default High Contrast Light', label: 'Light High Contrast', className: 'hc-light' }
} as const satisfies Record<string, ThemeNames>

export type Theme = keyof typeof themes

export const parseTheme = (name: string): Theme => {
  if (!Object.hasOwn(themes, name))
    throw new Error(`there is no theme '${name}'; there are: ${Object.keys(themes).join(', ')}`)
  return name as Theme
}

export const themeSetting = (theme: Theme): Settings => ({ 'workbench.colorTheme': themes[theme].setting })

/** Switches the theme of an open workbench as a user does: in a browser it does not follow its settings file. */
export const setTheme = async (page: Page, theme: Theme): Promise<void> => {
  await runCommand(page, 'Preferences: Color Theme')
  await pick(page, themes[theme].label)
  await page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor()
}
