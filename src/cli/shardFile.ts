import { createReadStream, closeSync, fsyncSync, openSync, readSync, fstatSync, writeFileSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { checkPlainFile, codeOf, FileProblem, reasonOf } from '../disk'
import { encodeShardLine, parseShardLine, type ReadShardLine, type Shard, type ShardLine } from '../sweep'
import { CommandError } from './exitStatus'
import { CLI_TEXTS } from './texts'
import { unwritable } from './writable'

const LONGEST_NAME = 100

/** What files of a cell's shards begin with: its name as far as every file system takes it; other characters as %2F. */
export const shardName = (cell: string): string =>
  Buffer.from(cell)
    .toString('latin1')
    .replace(/[^\w.-]/g, percent)
    .slice(0, LONGEST_NAME)

const percent = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** The file of a cell's shard in `folder`. */
export const shardPath = (folder: string, cell: string, { index, count }: Shard): string =>
  path.join(folder, `${shardName(cell)}.${index}-of-${count}.jsonl`)

/** A file of a shard, and which. */
export interface FoundShard {
  readonly file: string
  readonly shard: Shard
}

/** The files of a cell's shards in `folder`, in order. Throws a `CommandError` for a folder that cannot be read. */
export async function shardsIn(folder: string, cell: string): Promise<FoundShard[]> {
  const found: FoundShard[] = []
  for (const name of await namesIn(folder)) {
    const [, start, index, count] = /^(.*)\.(\d{1,6})-of-(\d{1,6})\.jsonl$/.exec(name) ?? []
    if (start !== shardName(cell)) continue
    found.push({ file: path.join(folder, name), shard: { index: Number(index), count: Number(count) } })
  }
  return found.sort((a, b) => a.shard.count - b.shard.count || a.shard.index - b.shard.index)
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    throw new CommandError(CLI_TEXTS.shards.noFolder(folder, reasonOf(error)))
  }
}

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
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
      yield { line: parseShardLine(text), number: ++number }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    if (error instanceof FileProblem) throw new CommandError(`${file} ${error.message}`)
    throw error
  }
}

/** A shard's file to which runs are added: each is on the disk before the next. */
export class ShardFile {
  private constructor(
    private readonly file: string,
    private readonly descriptor: number
  ) {}

  /** Makes the file and its folder where they are missing. A last line without an end gets one. Throws a `CommandError`. */
  static async open(file: string): Promise<ShardFile> {
    try {
      await mkdir(path.dirname(file), { recursive: true })
      const descriptor = openSync(file, 'a+')
      if (endsInLine(descriptor)) writeFileSync(descriptor, '\n')
      return new ShardFile(file, descriptor)
    } catch (error) {
      throw unwritable(file, error)
    }
  }

  /** Throws a `CommandError` where the disk takes no more. */
  add(line: ShardLine): void {
    try {
      writeFileSync(this.descriptor, encodeShardLine(line))
      sync(this.descriptor)
    } catch (error) {
      throw unwritable(this.file, error)
    }
  }

  close(): void {
    closeSync(this.descriptor)
  }
}

/** Whether the last line was not written to its end. */
function endsInLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor)
  const last = new Uint8Array(1)
  return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a
}

function sync(descriptor: number): void {
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error // some file systems cannot
  }
}
