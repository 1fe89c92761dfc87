import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** What a clone has not, and what is of no use for packaging. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'artifacts', 'test', '.git', '.vscode-test'])

/**
 * A copy of the project as a clone has it, nothing built, in a folder of its own. It lies within the project, so that what runs
 * in it finds the packages that the project has installed.
 */
export async function freshClone(): Promise<string> {
  await mkdir('artifacts', { recursive: true })
  const folder = await mkdtemp(path.resolve('artifacts', 'clone-'))
  for (const name of (await readdir('.')).filter(name => !LEFT_OUT.has(name)))
    await cp(name, path.join(folder, name), { recursive: true })
  return folder
}

/**
 * Runs `command` in `folder`, with `node` as the Node.js that scripts find; gives its standard output. Rejects with what it wrote to standard
 * error if it fails.
 */
export async function runIn(
  folder: string,
  command: string,
  args: readonly string[],
  node = process.execPath
): Promise<string> {
  const env = { ...environment(), PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) }
  const { stdout } = await promisify(execFile)(command, args, { cwd: folder, maxBuffer: 1 << 26, env })
  return stdout
}

/** That of this process without what an `npm test` hands down: a prefix and settings of this project. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
