import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { say } from './cache'
import type { Lifetime } from './lifetime'
import { run } from './process'
import { keptFolder, sampleNotebook, type Project } from './project'
import { copySamples } from './samples'

/** Opens the desktop VS Code with the extension under development, and ends when its window is closed. */
export const openDesktop = async (lifetime: Lifetime, command: string, project: Project): Promise<number> => {
  const folder = keptFolder(project)
  const samples = path.join(folder, 'samples')
  await mkdir(folder, { recursive: true })
  await copySamples(project.samples, samples)
  say(`opening VS Code with the samples in ${samples}`)
  await run(lifetime, { purpose: 'open VS Code', command, args: desktopArguments(project, folder, samples) })
  return 0
}

/** A profile of its own, which trusts what is opened in it: the user's settings and extensions are neither used nor changed. */
const desktopArguments = ({ root }: Project, folder: string, samples: string): string[] => [
  '--new-window',
  '--wait',
  '--disable-workspace-trust',
  `--user-data-dir=${path.join(folder, 'desktop')}`,
  `--extensions-dir=${path.join(folder, 'desktop-extensions')}`,
  `--extensionDevelopmentPath=${root}`,
  samples,
  path.join(samples, sampleNotebook)
]
