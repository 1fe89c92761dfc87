import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { formatNotebook, type Cell } from '../../../src/notebook'

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line as it ships. */
export function gradnb(args: readonly string[], interruptAfter?: number): Promise<Ended> {
  const child = spawn(process.execPath, [path.resolve('dist/cli.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', text => (stdout += text))
  child.stderr.on('data', text => (stderr += text))
  if (interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfter)
  return new Promise(resolve => child.on('close', status => resolve({ status, stdout, stderr })))
}

export const cell = (id: string, source: string, kind: Cell['kind'] = 'experiment'): Cell => ({
  id,
  kind,
  source,
  outputs: [],
  extra: {}
})

/** A notebook's bytes. */
export const notebook = (...cells: Cell[]): Uint8Array => formatNotebook({ metadata: {}, cells, extra: { mine: 1 } })

/** A folder of its own for every test. */
export class TestFolder {
  path = ''

  constructor() {
    beforeEach(async () => void (this.path = await mkdtemp(path.join(os.tmpdir(), 'gradnb-cli-'))))
    afterEach(() => rm(this.path, { recursive: true }))
  }

  readonly file = (name: string): string => path.join(this.path, name)

  readonly write = async (name: string, text: string | Uint8Array): Promise<string> => {
    await writeFile(this.file(name), text)
    return this.file(name)
  }
}
