import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Adds an extension to a server's data folder, before the server's first start, that opens the notebook `file` when
 * VS Code starts with no editor open. VS Code's own way,
 * `openFile` in the address, comes before extensions are registered, so that a notebook opens as the text it is stored
 * as; `openNotebookDocument` waits for them.
 */
export const installOpener = async (dataFolder: string, file: string): Promise<void> => {
  const folder = path.join(dataFolder, 'extensions', `${manifest.publisher}.${manifest.name}-${manifest.version}`)
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  await writeFile(path.join(folder, 'main.js'), program(file))
}

const manifest = {
  name: 'gradnb-opener',
  publisher: 'gradnb',
  version: '0.0.1',
  description: 'Opens the sample notebook when VS Code starts.',
  engines: { vscode: '^1.90.0' },
  main: './main.js',
  activationEvents: ['*'],
  capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true }
}

// Not awaited by `activate`: the notebook's own extension is activated only after those that start with VS Code.
const program = (file: string) => `const vscode = require('vscode')
const open = async () => {
  const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.file(${JSON.stringify(file)}))
  await vscode.window.showNotebookDocument(notebook, { preview: false })
}
exports.activate = () => {
  const hasTabs = vscode.window.tabGroups.all.some(group => group.tabs.length > 0)
  if (!hasTabs) open().catch(error => vscode.window.showErrorMessage(String(error)))
}
`
