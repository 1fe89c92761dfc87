/** One VS Code that tests run in: the desktop's version, and the npm package that carries the same workbench. */
export interface Host {
  /** As the desktop's download and `vscode.version` know it. */
  vscode: string
  /** The version of the npm package code-server that ships that VS Code's server and web workbench. */
  codeServer: string
  /** The Node.js it declares: its native modules are built for no other. */
  nodeMajor: number
  /** Modules without which the server does not start, or ends when its parent does not. Built from source, as npm ships none. */
  nativeModules: readonly string[]
  installFlags: readonly string[]
  /** Where it looks for ripgrep, which it searches files with, if its own package would download that when installed. */
  ripgrep?: string
}

/**
 * The two ends of what the manifest promises. `oldest` is the lowest VS Code whose server installs from npm alone and
 * is what `engines.vscode` names; `newest` is raised by hand, as its native modules and Node.js change with it.
 */
export const hosts = {
  newest: {
    vscode: '1.139.1',
    codeServer: '4.139.1',
    nodeMajor: 24,
    nativeModules: ['@vscode/spdlog', '@vscode/native-watchdog'],
    installFlags: []
  },
  oldest: {
    vscode: '1.90.2',
    codeServer: '4.90.3',
    nodeMajor: 20,
    nativeModules: ['@vscode/spdlog', 'native-watchdog'],
    installFlags: ['--legacy-peer-deps'],
    ripgrep: 'node_modules/@vscode/ripgrep/bin/rg'
  }
} as const satisfies Record<string, Host>

export type HostName = keyof typeof hosts

export const hostNames = Object.keys(hosts) as HostName[]

/** Refuses a name that is no host, saying which there are. */
export const parseHostName = (name: string): HostName => {
  const found = hostNames.find(host => host === name)
  if (!found) throw new Error(`there is no host '${name}'; there are: ${hostNames.join(', ')}`)
  return found
}
