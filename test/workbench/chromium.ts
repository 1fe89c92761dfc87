import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { forThisMachine, installOnce, say } from './cache'
import type { Lifetime } from './lifetime'
import { unpack } from './npm'
import { run } from './process'
import { systemBrowser } from './systemBrowser'

/** A Chromium that can be started. */
export interface InstalledBrowser {
  executable: string
  /** What it needs in its environment beside the usual. */
  env: Record<string, string>
}

/** The last one that runs on the Node.js we support; a headless Chromium 147. */
const packageName = '@sparticuz/chromium'
const packageVersion = '147.0.2'

/**
 * The machine's own browser if there is one, else a headless Chromium from npm: about 10 s the first time.
 * GRADNB_BROWSER=npm takes the latter in any case: the same version on every machine.
 */
export const provisionBrowser = async (lifetime: Lifetime): Promise<InstalledBrowser> => {
  const installed = process.env.GRADNB_BROWSER === 'npm' ? undefined : systemBrowser()
  if (installed) return { executable: installed, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('no browser found: install Chrome or Chromium, or name one in CHROME_PATH')
  const name = forThisMachine(`chromium-${packageVersion}`)
  return unpacked(lifetime, await installOnce(lifetime, name, staging => install(lifetime, staging)))
}

const install = async (lifetime: Lifetime, staging: string) => {
  say('fetching a headless Chromium from npm; once, about 10 s and 0.2 GB')
  await unpack(lifetime, packageName, packageVersion, 'bin', staging)
  await inflate(path.join(staging, 'package/bin/chromium.br'), path.join(staging, 'chromium'))
  await unpackArchive(lifetime, staging, 'al2023.tar')
  await unpackArchive(lifetime, staging, 'fonts.tar')
  await rename(path.join(staging, 'fonts'), path.join(staging, 'typefaces'))
  await rm(path.join(staging, 'package'), { recursive: true })
}

const inflate = (from: string, to: string) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }))

const unpackArchive = async (lifetime: Lifetime, staging: string, name: string) => {
  const archive = path.join(staging, 'package/bin', name)
  await inflate(`${archive}.br`, archive)
  await run(lifetime, { purpose: `unpack ${name}`, command: 'tar', args: ['-xf', archive], cwd: staging })
}

/** The package carries the libraries and one typeface for machines that have none; the machine's own go first. */
const unpacked = async (lifetime: Lifetime, folder: string): Promise<InstalledBrowser> => {
  const executable = path.join(folder, 'chromium')
  const fonts = { FONTCONFIG_FILE: await fontSettings(folder) }
  if (await starts(lifetime, executable, fonts)) return { executable, env: fonts }
  const env = {
    ...fonts,
    LD_LIBRARY_PATH: [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  }
  const purpose = `start ${executable}`
  await run(lifetime, { purpose, command: executable, args: ['--version'], env: { ...process.env, ...env } })
  return { executable, env }
}

const starts = (lifetime: Lifetime, command: string, env: Record<string, string>): Promise<boolean> =>
  run(lifetime, { purpose: 'start', command, args: ['--version'], env: { ...process.env, ...env } }).then(
    () => true,
    () => false
  )

/** Written when used, not when installed, as it names the folder's final place. */
const fontSettings = async (folder: string): Promise<string> => {
  const file = path.join(folder, 'settings', 'fonts.conf')
  if (existsSync(file)) return file
  await mkdir(path.dirname(file), { recursive: true })
  const include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
  const content = `${include}<dir>${folder}/typefaces</dir><cachedir prefix="xdg">fontconfig</cachedir>`
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${content}</fontconfig>`)
  return file
}
