import type { ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { InstalledHost } from './codeServer'
import { withinLimit, type Lifetime } from './lifetime'
import { run, start, tail } from './process'

export interface ServerOptions {
  installed: InstalledHost
  /** Where the server keeps settings, extensions and logs. */
  dataFolder: string
  /** 0 or nothing: any free port. */
  port?: number
  /** What a page must know to be served; without it any page of this machine's users is. */
  token?: string
  extensionsFolder?: string
  /** Whether a page may name an extension under development and its tests; then also every folder is trusted. */
  development?: boolean
  /** Whether every folder is trusted: its pages show ours. */
  trusted?: boolean
  env?: NodeJS.ProcessEnv
}

export interface Server {
  port: number
  /** The authority of `vscode-remote://` URIs. */
  authority: string
  /** Rejects with the end of the server's log if it ends before it is told to. */
  died: Promise<never>
}

/** Starts the VS Code server on 127.0.0.1 and answers when it listens. It ends with `lifetime`. */
export const startServer = async (lifetime: Lifetime, options: ServerOptions): Promise<Server> => {
  const args = [...commonArguments(options), ...(await tokenArguments(options))]
  const child = start(lifetime, { ...serverCommand(options.installed, args), env: cleanEnvironment(options.env) })
  const { listening, died } = follow(child)
  const port = await withinLimit(60, 'the VS Code server did not listen within 60 s', Promise.race([listening, died]))
  return { port, authority: `127.0.0.1:${port}`, died }
}

/** What the server's log tells: the port it listens on, and its last words. */
const follow = (child: ChildProcess): { listening: Promise<number>; died: Promise<never> } => {
  let log = ''
  const listening = new Promise<number>(resolve => {
    const read = (text: string) => {
      log += text
      const found = /Extension host agent listening on (\d+)/.exec(log)
      if (found) resolve(Number(found[1]))
    }
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', read)
  })
  const died = new Promise<never>((_, reject) => {
    child.once('error', error => reject(new Error(`could not start the VS Code server: ${error.message}`)))
    child.once('exit', status => reject(new Error(`the VS Code server ended with status ${status}:\n${tail(log)}`)))
  })
  // It also ends when it is told to, and nobody waits then.
  died.catch(() => undefined)
  return { listening, died }
}

/** The token goes through a file: every user of the machine may read arguments. */
const tokenArguments = async ({ dataFolder, token }: ServerOptions): Promise<string[]> => {
  if (!token) return ['--without-connection-token']
  const file = path.join(dataFolder, 'token')
  await writeFile(file, token, { mode: 0o600 })
  return ['--connection-token-file', file]
}

const commonArguments = ({
  dataFolder,
  port = 0,
  extensionsFolder,
  development = false,
  trusted = development
}: ServerOptions): string[] => [
  ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', dataFolder],
  ...['--accept-server-license-terms', '--telemetry-level', 'off'],
  ...(extensionsFolder ? ['--extensions-dir', extensionsFolder] : []),
  // Should this process be killed outright, its server ends by itself five minutes after its last page.
  ...(trusted ? ['--disable-workspace-trust'] : []),
  ...(development ? ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'] : [])
]

/** Installs a packaged extension as a user would, for the servers that use this data folder. */
export const installExtension = async (
  lifetime: Lifetime,
  { installed, dataFolder }: Pick<ServerOptions, 'installed' | 'dataFolder'>,
  vsix: string
): Promise<void> => {
  const args = [
    '--server-data-dir',
    dataFolder,
    '--accept-server-license-terms',
    '--install-extension',
    vsix,
    '--force'
  ]
  const command = serverCommand(installed, args)
  await run(lifetime, { ...command, purpose: `install ${path.basename(vsix)}`, env: cleanEnvironment() })
}

const serverCommand = ({ node, folder }: InstalledHost, args: string[]) => ({
  purpose: 'start the VS Code server',
  command: node,
  args: [path.join(folder, 'out', 'server-main.js'), ...args],
  cwd: folder
})

/** In VS Code's own terminal the environment speaks of that window, and its debugger loads itself into every Node.js. */
const cleanEnvironment = (added: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const foreign = (name: string) => /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign(name))), ...added }
}
