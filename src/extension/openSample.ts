import * as vscode from 'vscode'
import { NOTEBOOK_TYPE } from './ids'
import { samples, type Sample } from './samples'

/** Where samples lie in the extension, and where a person's copies of them are kept. */
export interface SampleFolders {
  readonly shipped: vscode.Uri
  readonly pictures: vscode.Uri
  readonly copies: vscode.Uri
}

/** Where samples are; copies are kept by version, as samples get better. */
export function sampleFolders({ extensionUri, globalStorageUri, extension }: vscode.ExtensionContext): SampleFolders {
  const { version } = extension.packageJSON as { version: string }
  return {
    shipped: vscode.Uri.joinPath(extensionUri, 'media', 'samples'),
    pictures: vscode.Uri.joinPath(extensionUri, 'media', 'sample-pictures'),
    copies: vscode.Uri.joinPath(globalStorageUri, 'samples', version)
  }
}

/**
 * Opens a sample, by its id or as picked from a list. It is a copy that may be changed and saved; a copy that is there
 * already is opened again as it was left, unless a fresh one is asked for. False where none was picked.
 */
export async function openSample(folders: SampleFolders, id?: string): Promise<boolean> {
  const known = samples().find(sample => sample.id === id)
  const chosen = known ? { sample: known, fresh: false } : await pick(folders)
  if (chosen === undefined) return false
  const uri = await copyOf(chosen.sample, folders, chosen.fresh)
  const notebook = await vscode.workspace.openNotebookDocument(uri)
  await vscode.window.showNotebookDocument(notebook)
  return true
}

/** A sample that was picked from the list. */
interface Picked {
  readonly sample: Sample
  readonly fresh: boolean
}

type Item = vscode.QuickPickItem & { readonly sample: Sample }

function pick({ pictures }: SampleFolders): Promise<Picked | undefined> {
  const list = vscode.window.createQuickPick<Item>()
  list.placeholder = vscode.l10n.t('Samples to learn from; each opens as a copy of your own')
  list.matchOnDetail = true
  list.items = samples().map(sample => itemOf(sample, pictures))
  return new Promise(resolve => {
    const end = (picked?: Picked) => (resolve(picked), list.dispose())
    list.onDidAccept(() => end(list.activeItems[0] && { sample: list.activeItems[0].sample, fresh: false }))
    list.onDidTriggerItemButton(({ item }) => end({ sample: item.sample, fresh: true }))
    list.onDidHide(() => end())
    list.show()
  })
}

const itemOf = (sample: Sample, pictures: vscode.Uri): Item => ({
  sample,
  label: sample.title,
  detail: sample.about,
  iconPath: vscode.Uri.joinPath(pictures, `${sample.id}.svg`),
  buttons: [{ iconPath: new vscode.ThemeIcon('discard'), tooltip: vscode.l10n.t('Start again from a fresh copy') }]
})

async function copyOf({ id, files = [] }: Sample, folders: SampleFolders, fresh: boolean): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(folders.copies, id)
  const notebook = `${id}.gradnb`
  const uri = vscode.Uri.joinPath(folder, notebook)
  if (fresh) await closeTabs(uri)
  if (!fresh && (await exists(uri))) return uri
  for (const name of [...files, notebook]) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folders.shipped, name))
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes)
  }
  return uri
}

/** A notebook that is open would show its old cells: VS Code asks what to do with changes that are not saved. */
async function closeTabs(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs)
  const shows = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputNotebook &&
    input.notebookType === NOTEBOOK_TYPE &&
    input.uri.toString() === uri.toString()
  await vscode.window.tabGroups.close(tabs.filter(shows))
}

const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false
  )
