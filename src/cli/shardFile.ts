import { closeSync, createReadStream, fstatSync, fsync, openSync, readSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { checkPlainFile, codeOf, FileProblem, reasonOf } from '../disk'
import { encodeShardLine, parseShardLine, type ReadShardLine, type Shard, type ShardLine } from '../sweep'
import { CommandError } from './exitStatus'
import { digest } from './digest'
import { makeFolderOf } from './makeFolder'
import { claim, type Claim } from './shardClaim'
import { CLI_TEXTS } from './texts'
import { unwritable } from './writable'

const LONGEST_NAME = 100

/** Digits that tell long names apart which begin alike. */
const DIGITS = 8

/**
 * What files of a cell's shards begin with: its name as far as every file system takes it, and then digits that stand for the rest; other
 * characters as %2F.
 */
export function shardName(cell: string): string {
  const name = Buffer.from(cell)
    .toString('latin1')
    .replace(/[^\w.-]/g, percent)
  if (name.length <= LONGEST_NAME) return name
  const start = name.slice(0, LONGEST_NAME - DIGITS - 1).replace(/%[\dA-F]?$/, '')
  return `${start}-${digest(cell, DIGITS)}`
}

const percent = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/**
 * The file of a cell's shard in `folder`, NAME.0-of-4.jsonl, to which one task after the other appends. A scheduler may start one again
 * while the other still runs, and network file systems mix up what both append: the second then writes NAME.0-of-4.2.jsonl, and so on.
 */
export const shardPath = (folder: string, cell: string, { index, count }: Shard, task = 1): string =>
  path.join(folder, `${shardName(cell)}.${index}-of-${count}${task === 1 ? '' : `.${task}`}.jsonl`)

/** A file of a shard, of which, and which of its tasks wrote it. */
export interface FoundShard {
  readonly file: string
  readonly shard: Shard
  readonly task: number
}

/** The files of a cell's shards in `folder`, in order. Throws a `CommandError` for a folder that cannot be read. */
export async function shardsIn(folder: string, cell: string): Promise<FoundShard[]> {
  const found: FoundShard[] = []
  for (const name of await namesIn(folder)) {
    const [, start, index, count, task = 1] =
      /^(.*)\.(\d{1,6})-of-(\d{1,6})(?:\.(\d{1,6}))?\.jsonl(?:\.gz)?$/.exec(name) ?? []
    if (start !== shardName(cell)) continue
    const shard = { index: Number(index), count: Number(count) }
    found.push({ file: path.join(folder, name), shard, task: Number(task) })
  }
  return found.sort((a, b) => a.shard.count - b.shard.count || a.shard.index - b.shard.index || a.task - b.task)
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') throw new CommandError(CLI_TEXTS.shards.isFile(folder))
    const why = codeOf(error) === 'ENOENT' ? CLI_TEXTS.shards.noSuchFolder : reasonOf(error)
    throw new CommandError(CLI_TEXTS.shards.noFolder(folder, why))
  }
}

/** What a file that gzip packed begins with, read as text. */
const GZIP = '\u001f\ufffd\b'

/** A line of a shard's file, from 1; null where it is none. */
export interface PlacedLine {
  readonly line: ReadShardLine | null
  readonly number: number
}

/** The lines of a shard's file one after the other; of a file that is not there none. Throws a `CommandError`. */
export async function* shardLines(file: string): AsyncIterable<PlacedLine> {
  try {
    await checkPlainFile(file, Number.MAX_SAFE_INTEGER)
    let number = 0
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      if (++number === 1 && text.startsWith(GZIP)) throw new CommandError(CLI_TEXTS.shards.packed(file))
      yield { line: parseShardLine(number === 1 ? text.replace(/^\ufeff/, '') : text), number }
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    if (error instanceof FileProblem) throw new CommandError(`${file} ${error.message}`)
    throw error
  }
}

/** The files of one shard in `folder`, which may not be there yet. Throws a `CommandError`. */
export async function filesOfShard(folder: string, cell: string, { index, count }: Shard): Promise<FoundShard[]> {
  await makeFolderOf(shardPath(folder, cell, { index, count }))
  return (await shardsIn(folder, cell)).filter(({ shard }) => shard.index === index && shard.count === count)
}

/**
 * A file of a shard to which runs are added. A line is with the system at once, so that no kill of the process loses it, and on the
 * disk as soon as that can be: lines that come while the disk is busy go there together, and nobody waits for it.
 */
export class ShardFile {
  private syncing: Promise<void> | null = null
  private hasMore = false
  private trouble: unknown = null

  private constructor(
    readonly file: string,
    private readonly descriptor: number,
    private readonly claim: Claim | null = null
  ) {}

  /** `first`, or where another process may be writing that the first of `others` that is not there. Throws a `CommandError`. */
  static open(first: string, others: Iterable<string>): ShardFile {
    return ShardFile.openClaimed(first) ?? ShardFile.create(others)
  }

  private static openClaimed(file: string): ShardFile | null {
    let claimed: Claim | null = null
    try {
      claimed = claim(file)
      return claimed && new ShardFile(file, openForLines(file), claimed)
    } catch (error) {
      claimed?.release()
      throw unwritable(file, error)
    }
  }

  private static create(names: Iterable<string>): ShardFile {
    for (const file of names)
      try {
        return new ShardFile(file, openSync(file, 'ax'))
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw unwritable(file, error)
      }
    throw new RangeError('there are no more names')
  }

  /** Throws a `CommandError` where the disk takes no more, or did not take what was added before. */
  add(line: ShardLine): void {
    this.complain()
    try {
      writeFileSync(this.descriptor, encodeShardLine(line))
    } catch (error) {
      throw unwritable(this.file, error)
    }
    this.hasMore = true
    this.syncing ??= this.sync()
  }

  /** Resolves when the disk has all. Rejects with a `CommandError` where it has not. */
  async close(): Promise<void> {
    await this.syncing
    closeSync(this.descriptor)
    this.claim?.release()
    this.complain()
  }

  private async sync(): Promise<void> {
    while (this.hasMore && this.trouble === null) {
      this.hasMore = false
      await synced(this.descriptor).catch((error: unknown) => (this.trouble = error))
    }
    this.syncing = null
  }

  private complain(): void {
    const { trouble } = this
    this.trouble = null
    if (trouble !== null) throw unwritable(this.file, trouble)
  }
}

/** Opens a file to append lines; a last line that was not written to its end gets one. */
function openForLines(file: string): number {
  const descriptor = openSync(file, 'a+')
  if (endsInLine(descriptor)) writeFileSync(descriptor, '\n')
  return descriptor
}

/** Whether the last line was not written to its end. */
function endsInLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor)
  const last = new Uint8Array(1)
  return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a
}

/** Some file systems cannot. */
const synced = (descriptor: number): Promise<void> =>
  promisify(fsync)(descriptor).catch((error: unknown) => {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error
  })
