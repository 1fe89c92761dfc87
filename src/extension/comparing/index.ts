import * as vscode from 'vscode'
import { COMMANDS } from '../commandIds'
import { NOTEBOOK_TYPE } from '../ids'
import { comparedInFront } from './compared'
import { committed } from './git'
import { OutputNotes } from './outputNotes'
import { Words, WORDS_SCHEME, wordsUri, type Version } from './words'

/** Helps to compare two versions of a notebook: notes in VS Code's notebook diff editor, and all changes in words. */
export function helpComparing(): vscode.Disposable {
  const words = new Words()
  return vscode.Disposable.from(
    new OutputNotes(),
    vscode.workspace.registerTextDocumentContentProvider(WORDS_SCHEME, words),
    vscode.commands.registerCommand(COMMANDS.showChangesInWords, () => showChanges(words))
  )
}

/** Of the two versions in front, or of the notebook in front since it was committed, or else since it was saved. */
async function showChanges(words: Words): Promise<void> {
  const versions = await versionsInFront()
  if (versions === null) return
  const [before, after] = versions.map(wordsUri) as [vscode.Uri, vscode.Uri]
  for (const uri of [before, after]) words.renew(uri)
  const name = versions[1].uri.path.split('/').at(-1)!
  await vscode.commands.executeCommand('vscode.diff', before, after, vscode.l10n.t('{0}: changes in words', name))
}

async function versionsInFront(): Promise<readonly [Version, Version] | null> {
  const compared = comparedInFront()
  if (compared)
    return [
      { uri: compared.before, saved: false },
      { uri: compared.after, saved: false }
    ]
  const notebook = vscode.window.activeNotebookEditor?.notebook
  if (notebook?.notebookType !== NOTEBOOK_TYPE) return null
  const { uri } = notebook
  return [
    { uri: (await committed(uri)) ?? uri, saved: true },
    { uri, saved: false }
  ]
}
