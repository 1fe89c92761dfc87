import * as vscode from 'vscode'

/** Opens the page about the diagnosis's rules, at `rule`; as it is written where Markdown cannot be shown. */
export async function openRulePage(extensionUri: vscode.Uri, rule?: string): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'media', 'docs', 'RULES.md')
  try {
    await vscode.commands.executeCommand(
      'markdown.showPreview',
      rule === undefined ? page : page.with({ fragment: rule })
    )
  } catch {
    await vscode.window.showTextDocument(page, { preview: true }) // the editor's own Markdown extension may be disabled
  }
}
