import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A PDF file for poppler's programs, removed when `use` has ended. */
export async function withPdf<T>(bytes: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gradnb-pdf-'))
  try {
    const file = path.join(folder, 'x.pdf')
    writeFileSync(file, bytes)
    return await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The texts of each page, as they are selected and copied; poppler must not complain. */
export async function textsOf(file: string): Promise<string[]> {
  const { stdout, stderr } = await run('pdftotext', ['-layout', file, '-'])
  if (stderr !== '') throw new Error(stderr)
  return stdout.split('\f').slice(0, -1)
}

/** How many raster images it holds, masks included. */
export async function imagesIn(file: string): Promise<number> {
  const { stdout } = await run('pdfimages', ['-list', file])
  return stdout.trimEnd().split('\n').length - 2
}

/** How many pixels of a page drawn at one pixel a px have each colour, as "r,g,b". */
export async function colorsOf(file: string, page: number): Promise<ReadonlyMap<string, number>> {
  const start = file.replace(/\.pdf$/, '')
  await run('pdftoppm', ['-r', '96', '-f', String(page), '-l', String(page), '-singlefile', file, start])
  const ppm = readFileSync(`${start}.ppm`)
  const [, width, height] = ppm.toString('latin1', 0, 40).match(/^P6\s+(\d+)\s+(\d+)\s+255\s/)!
  const pixels = ppm.subarray(ppm.length - Number(width) * Number(height) * 3)
  const counts = new Map<string, number>()
  for (let i = 0; i < pixels.length; i += 3) {
    const color = `${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  return counts
}
