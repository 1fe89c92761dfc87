import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDesktop } from './desktop'
import { desktopUsable } from './display'
import { runHeadless } from './headlessRun'
import { runMain, withinLimit, type Lifetime } from './lifetime'
import { openProject } from './project'
import { serveUntilStopped } from './serve'
import { onPath } from './systemBrowser'

/**
 * `npm start`: the samples in a VS Code with this extension. In the desktop's if its `code` command is there, else in
 * one from npm, in the browser. `npm start -- --run` runs a sample without a window and leaves a picture in artifacts/.
 */
const options = {
  run: { type: 'boolean' },
  /** The browser even where there is a desktop VS Code. */
  web: { type: 'boolean' },
  extension: { type: 'string', default: '.' },
  samples: { type: 'string', default: 'media/samples' },
  artifacts: { type: 'string', default: 'artifacts/start' }
} as const

const startVSCode = (lifetime: Lifetime): Promise<number> => {
  const { values } = parseArgs({ options })
  const project = openProject(path.resolve(values.extension), path.resolve(values.samples))
  if (values.run) return withinLimit(900, 'not done after 15 minutes', runHeadless(lifetime, project, values.artifacts))
  const code = desktopUsable() && !values.web ? onPath(process.platform === 'win32' ? 'code.cmd' : 'code') : undefined
  return code ? openDesktop(lifetime, code, project) : serveUntilStopped(lifetime, project)
}

runMain(async lifetime => startVSCode(lifetime))
