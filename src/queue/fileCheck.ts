import { filesOf, pathsOf, type Files } from '../experiment'
import { fileDigests } from '../sweep'
import { messageOf } from '../text'
import type { RunsMessage } from './jobMessage'
import { TEXTS } from './texts'

/** How a worker reads files: a shipped one by its name, or one of its folder by its path in the cell. Rejects with a sentence. */
export interface FileReader {
  shipped(name: string): Promise<Uint8Array>
  named(path: string): Promise<Uint8Array>
}

/** Why the worker does not do the runs of a message: a sentence. */
export class Refusal extends Error {}

/** The files that the runs of a message read. Rejects with a `Refusal` where they cannot be read, or hold other data. */
export async function checkedFiles({ files, runs }: RunsMessage, reader: FileReader): Promise<Files> {
  const shipped = new Set(runs.flatMap(({ experiment }) => filesOf(experiment)))
  const named = new Set(runs.flatMap(({ experiment }) => pathsOf(experiment)))
  const read: Record<string, Uint8Array> = {}
  for (const name of shipped) read[name] = await unlessUnreadable(reader.shipped(name))
  for (const name of named) read[name] = await unlessUnreadable(reader.named(name))
  const digests = fileDigests(read)
  const wrong = Object.keys(read).find(name => !Object.hasOwn(files, name) || files[name] !== digests[name])
  if (wrong !== undefined) throw new Refusal(TEXTS.otherData(wrong))
  return read
}

const unlessUnreadable = (reading: Promise<Uint8Array>): Promise<Uint8Array> =>
  reading.catch(error => {
    throw new Refusal(messageOf(error))
  })
