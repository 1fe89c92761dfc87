import { existsSync } from 'node:fs'
import { realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { forThisMachine, installOnce, say } from './cache'
import type { Lifetime } from './lifetime'
import { npm, type NodeRuntime } from './npm'

/** A Node.js of the wanted major version with its headers: the running one if it is that, else one from npm. */
export const provisionNode = async (lifetime: Lifetime, major: number): Promise<NodeRuntime> => {
  const running = await runtimeOf(process.execPath)
  if (running && Number(process.versions.node.split('.')[0]) === major) return running
  const folder = await installOnce(lifetime, forThisMachine(`node-${major}`), staging =>
    install(lifetime, major, staging)
  )
  const fetched = await runtimeOf(path.join(folder, 'node_modules', packageName(), 'bin', 'node'))
  if (!fetched) throw new Error(`${folder} holds no whole Node.js: delete it and try again`)
  return fetched
}

const install = async (lifetime: Lifetime, major: number, staging: string) => {
  say(`fetching Node.js ${major} from npm; about 10 s`)
  await writeFile(path.join(staging, 'package.json'), '{ "private": true }')
  const args = ['install', `${packageName()}@${major}`, '--ignore-scripts']
  await npm(lifetime, { purpose: `fetch Node.js ${major} from npm`, cwd: staging, args })
}

/** The packages that the npm package `node` would have its install script fetch: they hold the binary and its headers. */
const packageName = (): string => {
  const { platform, arch } = process
  return `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${arch}`
}

/** Without headers beside it a Node.js runs the server but cannot build its native modules. */
const runtimeOf = async (executable: string): Promise<NodeRuntime | undefined> => {
  if (!existsSync(executable)) return undefined
  const headers = path.resolve(await realpath(executable), '../..')
  return existsSync(path.join(headers, 'include/node/node_version.h')) ? { executable, headers } : undefined
}
