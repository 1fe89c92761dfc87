import * as vscode from 'vscode'

/** What we use of VS Code's own Git extension (https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts). */
interface GitExtension {
  readonly enabled: boolean
  getAPI(version: 1): {
    toGitUri(uri: vscode.Uri, ref: string): vscode.Uri
    getRepository(uri: vscode.Uri): unknown
  }
}

/** The address of a file as it was committed last; null outside of repositories and where Git is off. */
export async function committed(uri: vscode.Uri): Promise<vscode.Uri | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git')
  const git = await extension?.activate().then(undefined, () => undefined)
  if (!git?.enabled) return null
  const api = git.getAPI(1)
  return api.getRepository(uri) ? api.toGitUri(uri, 'HEAD') : null
}
