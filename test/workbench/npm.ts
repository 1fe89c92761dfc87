import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Lifetime } from './lifetime'
import { run } from './process'

export interface NpmCall {
  purpose: string
  cwd: string
  args: readonly string[]
  /** The Node.js that npm and what it builds run on; without it, the running one. */
  node?: NodeRuntime
  hint?: string
}

export interface NodeRuntime {
  executable: string
  /** The folder that holds `include/node`: its headers, so that a native build downloads none. */
  headers: string
}

/** npm waits 70 s before it tells that a registry cannot be reached; a person at the terminal does not. */
const impatient = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']

/** Runs npm in a cache folder. Silent about itself: people see our progress lines, or the log's tail when it fails. */
export const npm = (lifetime: Lifetime, { purpose, cwd, args, node, hint }: NpmCall): Promise<string> =>
  run(lifetime, {
    purpose,
    command: 'npm',
    args: [...args, ...impatient, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'],
    cwd,
    env: environment(node),
    hint: hint ?? 'The npm registry must be reachable (npm ping).'
  })

/** Fetches a package from npm and unpacks `member` of it into `cwd`: without its dependencies and without its scripts. */
export const unpack = async (
  lifetime: Lifetime,
  name: string,
  version: string,
  member: string,
  cwd: string
): Promise<void> => {
  const purpose = `fetch ${name} ${version} from npm`
  await npm(lifetime, { purpose, cwd, args: ['pack', `${name}@${version}`, '--silent'] })
  const archive = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`
  const args = ['-xzf', archive, `package/${member}`]
  await run(lifetime, { purpose: `unpack ${archive}`, command: 'tar', args, cwd })
  await rm(path.join(cwd, archive))
}

/**
 * `npm start` hands its own settings down as npm_config_*, among them this project's strict-allow-scripts and its prefix:
 * they belong to this project, not to the cache folder. A registry set in the environment stays.
 */
const environment = (node: NodeRuntime | undefined): NodeJS.ProcessEnv => {
  const { npm_config_strict_allow_scripts, npm_config_local_prefix, npm_config_prefix, INIT_CWD, ...rest } = process.env
  if (!node) return rest
  const PATH = [path.dirname(node.executable), rest.PATH].join(path.delimiter)
  return { ...rest, PATH, npm_config_nodedir: node.headers }
}
