import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from './cache'
import type { Lifetime } from './lifetime'
import { run } from './process'

/** The extension to start, and the samples it is shown with. */
export interface Project {
  root: string
  samples: string
}

/** What a person sees first. */
export const sampleNotebook = 'first-steps.gradnb'

/** Refuses to start what is not there, before anything is installed for it. */
export const openProject = (root: string, samples: string): Project => {
  const needed = [
    path.join(root, 'package.json'),
    path.join(root, 'dist', 'extension.node.js'),
    path.join(samples, sampleNotebook)
  ]
  const missing = needed.filter(file => !existsSync(file))
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}; run npm run build in the project's folder`)
  return { root, samples }
}

/** What `npm start` keeps between starts, one for each clone: two clones may hold different extensions. */
export const keptFolder = ({ root }: Project): string =>
  path.join(cacheFolder(), `start-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`)

/** Packages the extension as it ships into `folder`: what a user would install, and nothing else of the clone. */
export const packageExtension = async (lifetime: Lifetime, { root }: Project, folder: string): Promise<string> => {
  const vsix = path.join(folder, 'gradnb.vsix')
  const vsce = path.join(process.cwd(), 'node_modules', '@vscode', 'vsce', 'vsce')
  const options = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--no-rewrite-relative-links',
    '--out',
    vsix
  ]
  await run(lifetime, {
    purpose: 'package the extension',
    command: process.execPath,
    args: [vsce, 'package', ...options],
    cwd: root
  })
  return vsix
}
