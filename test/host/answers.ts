import * as vscode from 'vscode'

/** What VS Code was asked to show a person, and the buttons it had. */
export interface Shown {
  readonly message: string
  readonly buttons: readonly string[]
}

type Show = (message: string, ...buttons: string[]) => Thenable<string | undefined>
const NAMES = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const

/**
 * Presses in every notification the button that `press` chooses (undefined: none), until `restore`. VS Code gives tests the very API
 * object that the extension has.
 */
export function pressing(press: (shown: Shown) => string | undefined): {
  readonly shown: readonly Shown[]
  restore(): void
} {
  const shown: Shown[] = []
  const window = vscode.window as unknown as Record<(typeof NAMES)[number], Show>
  const originals = NAMES.map(name => window[name])
  for (const name of NAMES)
    window[name] = async (message, ...buttons) => {
      shown.push({ message, buttons })
      return press({ message, buttons })
    }
  return { shown, restore: () => NAMES.forEach((name, i) => (window[name] = originals[i]!)) }
}
