import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { formatNotebook, type Cell } from '../../../src/notebook'

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How the command line is started. */
export interface Start {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** file descriptor of its standard output; a pipe if left out */
  readonly stdout?: number
  /** an ordinary user in place of the one that runs the tests */
  readonly uid?: number
  /** the bundle to run */
  readonly cli?: string
}

/** The command line as it ships, running. */
export class Gradnb {
  readonly ended: Promise<Ended>
  private readonly child: ChildProcess
  private stdout = ''
  private stderr = ''

  constructor(args: readonly string[], { cwd, env = {}, stdout, uid, cli = path.resolve('dist/cli.js') }: Start = {}) {
    const stdio: StdioOptions = ['ignore', stdout ?? 'pipe', 'pipe']
    const identity = uid === undefined ? {} : { uid, gid: uid }
    this.child = spawn(process.execPath, [cli, ...args], { stdio, cwd, env: { ...process.env, ...env }, ...identity })
    this.child.stdout?.on('data', text => (this.stdout += text))
    this.child.stderr!.on('data', text => (this.stderr += text))
    const { child } = this
    this.ended = once(child, 'close').then(([status]) => ({ status, stdout: this.stdout, stderr: this.stderr }))
  }

  /** Resolves when standard output holds `text`, or nothing more will come. */
  told(text: string): Promise<void> {
    return this.until(() => this.stdout.includes(text), this.child.stdout!)
  }

  /** The same for standard error. */
  complained(text: string): Promise<void> {
    return this.until(() => this.stderr.includes(text), this.child.stderr!)
  }

  private async until(isSo: () => boolean, stream: Readable): Promise<void> {
    while (!isSo() && this.child.exitCode === null) await Promise.race([once(stream, 'data'), this.ended])
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal)
  }

  /** No longer reads its standard output, as `| head -1` does after a line. */
  stopReading(): void {
    this.child.stdout!.destroy()
  }
}

/** Runs the command line as it ships to its end. */
export const gradnb = (args: readonly string[], start?: Start): Promise<Ended> => new Gradnb(args, start).ended

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
