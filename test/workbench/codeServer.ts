import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { forThisMachine, installOnce, say } from './cache'
import { hosts, type Host, type HostName } from './hosts'
import type { Lifetime } from './lifetime'
import { provisionNode } from './node'
import { npm, unpack, type NodeRuntime } from './npm'

/** A VS Code server that is ready to be started. */
export interface InstalledHost {
  host: Host
  /** The Node.js its native modules were built for. */
  node: string
  /** The folder that holds `out/server-main.js`. */
  folder: string
}

/** The VS Code server of `name` from npm: about 40 s and 0.7 GB the first time, at once afterwards. */
export const provisionHost = async (lifetime: Lifetime, name: HostName): Promise<InstalledHost> => {
  if (process.platform === 'win32')
    throw new Error('the VS Code server from npm runs on Linux and macOS only; install VS Code')
  const host: Host = hosts[name]
  const node = await provisionNode(lifetime, host.nodeMajor)
  const target = forThisMachine(`code-server-${host.codeServer}`)
  const folder = await installOnce(lifetime, target, staging => install(lifetime, host, node, staging))
  return { host, node: node.executable, folder }
}

const install = async (lifetime: Lifetime, host: Host, node: NodeRuntime, staging: string) => {
  say(`installing VS Code ${host.vscode} from npm (code-server ${host.codeServer}); once, about a minute and 0.7 GB`)
  await fetchServer(lifetime, host, staging)
  say('  installing what the server depends on; about 20 s')
  const flags = ['--omit=dev', '--ignore-scripts', ...host.installFlags]
  const args = ['install', ...flags]
  await npm(lifetime, { purpose: "install the VS Code server's dependencies", cwd: staging, args, node })
  say(`  building ${host.nativeModules.join(' and ')}; about 20 s`)
  await buildNativeModules(lifetime, host, node, staging)
  if (host.ripgrep) await fetchRipgrep(lifetime, host.ripgrep, staging)
}

/** Only the server's own folder: code-server's login page and proxy around it are not needed, nor their 165 packages. */
const fetchServer = async (lifetime: Lifetime, { codeServer }: Host, staging: string) => {
  await unpack(lifetime, 'code-server', codeServer, 'lib/vscode', staging)
  const server = path.join(staging, 'package/lib/vscode')
  for (const entry of await readdir(server)) await rename(path.join(server, entry), path.join(staging, entry))
  await rm(path.join(staging, 'package'), { recursive: true })
}

/** The same program from a package that carries it, one for each kind of machine. */
const fetchRipgrep = async (lifetime: Lifetime, place: string, staging: string) => {
  const program = `bin/${process.platform}-${process.arch}/rg`
  await unpack(lifetime, '@vscode/ripgrep-universal', '1.18.0', program, staging)
  await mkdir(path.dirname(path.join(staging, place)), { recursive: true })
  await rename(path.join(staging, 'package', program), path.join(staging, place))
  await rm(path.join(staging, 'package'), { recursive: true })
}

const buildNativeModules = (lifetime: Lifetime, { nativeModules }: Host, node: NodeRuntime, cwd: string) =>
  npm(lifetime, {
    purpose: "build the VS Code server's native modules",
    cwd,
    args: ['rebuild', ...nativeModules, '--ignore-scripts=false'],
    node,
    hint: 'Building them needs python3, make and a C++ compiler, as node-gyp does.'
  })
