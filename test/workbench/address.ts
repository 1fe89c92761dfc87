import type { Server } from './server'

export interface WorkbenchAddress {
  folder?: string
  workspace?: string
  /** Absolute path of the file to open. */
  file?: string
  /** The extension under development: one, as the workbench keeps the last of several. */
  extension?: string
  tests?: string
  token?: string
  disableExtensions?: boolean
}

/** The URL of the workbench. All paths are absolute; what is under development needs a `development` server. */
export const workbenchUrl = (server: Server, address: WorkbenchAddress): string => {
  const { folder, workspace, file, extension, tests, token, disableExtensions } = address
  const remote = (path: string) => `vscode-remote://${server.authority}${encodeURI(path)}`
  const payload: [string, string][] = []
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)])
  if (tests) payload.push(['extensionTestsPath', remote(tests)])
  if (file) payload.push(['openFile', remote(file)])
  if (disableExtensions) payload.push(['disableExtensions', 'true'])
  const query = Object.entries({
    tkn: token,
    folder,
    workspace,
    payload: payload.length ? JSON.stringify(payload) : undefined
  })
  const url = new URL(`http://${server.authority}/`)
  for (const [name, value] of query) if (value !== undefined) url.searchParams.set(name, value)
  return url.href
}
