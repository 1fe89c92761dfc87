import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive of files by their names, as numpy.savez (stored) or numpy.savez_compressed writes it. */
export function zipFile(
  files: readonly (readonly [name: string, contents: Uint8Array])[],
  deflated = false
): Uint8Array {
  const [members, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, contents] of files) {
    const packed = deflated ? deflateRawSync(contents) : Buffer.from(contents)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(deflated ? 8 : 0, 4)
    about.writeUInt32LE(crc32(contents), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(contents.length, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    members.push(Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, rest, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Uint8Array.from(Buffer.concat([...members, entries, end]))
}
