import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'

/** Another program that trains the same workloads in its own process and is asked for one block of steps at a time. */
export class Peer {
  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
    private readonly lines: AsyncIterator<string>
  ) {}

  /** Starts `command`; null if it does not answer with its name, as when something that it needs is not installed. */
  static async start(command: string, args: readonly string[], cwd = process.cwd()): Promise<Peer | null> {
    const child = spawn(command, args, { cwd, stdio: ['pipe', 'pipe', 'ignore'] })
    const failed = new Promise<null>(resolve => child.once('error', () => resolve(null)))
    const lines = (createInterface({ input: child.stdout }) as Interface)[Symbol.asyncIterator]()
    const first = await Promise.race([failed, lines.next()])
    if (first === null || first.done === true) return null
    const { peer } = JSON.parse(first.value) as { peer: string }
    return new Peer(peer, child, lines)
  }

  /** Microseconds a step of `workload`, from one block of steps. */
  async block(workload: string, threads: number): Promise<number> {
    this.child.stdin!.write(`${workload} ${threads}\n`)
    const answer = await this.lines.next()
    if (answer.done === true) throw new Error(`${this.name} stopped at ${workload}`)
    return (JSON.parse(answer.value) as { microseconds: number }).microseconds
  }

  stop(): void {
    this.child.stdin!.end()
  }
}
