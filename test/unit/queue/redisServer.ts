import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { Redis, type RedisOptions } from 'ioredis'

/** A Redis of Debian's on a port of its own, which keeps its files in `folder`. */
export class RedisServer {
  private process: ChildProcess | null = null

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly options: readonly string[],
    private readonly login: RedisOptions
  ) {}

  /** `login`: how the test itself talks to it */
  static async start(folder: string, options: readonly string[] = [], login: RedisOptions = {}): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), folder, options, login)
    await server.start()
    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Starts it, again after its death with all that its append-only file holds. Resolves when it answers. */
  async start(): Promise<void> {
    const port = this.options.includes('--tls-port') ? [] : ['--port', String(this.port)]
    const own = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--dir', this.folder]
    this.process = spawn('redis-server', [...port, ...own, ...this.withPort()], { stdio: 'ignore' })
    await this.asked(redis => redis.ping())
  }

  /** What `question` answers over a connection of its own. */
  async asked<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis({ port: this.port, retryStrategy: () => 50, maxRetriesPerRequest: null, ...this.login })
    redis.on('error', () => {}) // it is not there yet
    try {
      return await question(redis)
    } finally {
      redis.disconnect()
    }
  }

  /** Kills it as a crash does. */
  async kill(): Promise<void> {
    const { process } = this
    if (process === null || process.exitCode !== null || process.signalCode !== null) return
    process.kill('SIGKILL')
    await once(process, 'exit')
  }

  private withPort(): string[] {
    return this.options.map(option => (option === 'PORT' ? String(this.port) : option))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
