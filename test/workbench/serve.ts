import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { workbenchUrl } from './address'
import { say } from './cache'
import { provisionHost } from './codeServer'
import { freePort } from './freePort'
import type { Lifetime } from './lifetime'
import { installOpener } from './opener'
import { keptFolder, packageExtension, sampleNotebook, type Project } from './project'
import { copySamples } from './samples'
import { installExtension, startServer, type Server } from './server'
import { quietSettings, writeSettings } from './settings'

/** A VS Code server with the extension installed as a user would have it. */
export interface Served {
  server: Server
  url: string
  /** The folder it opens. */
  samples: string
}

/** Serves VS Code with the packaged extension and `samples`, which are ours and so trusted, on 127.0.0.1, keeping its data in `dataFolder`. */
export const serve = async (
  lifetime: Lifetime,
  project: Project,
  { dataFolder, samples, port }: { dataFolder: string; samples: string; port: number }
): Promise<Served> => {
  const installed = await provisionHost(lifetime, 'newest')
  await mkdir(dataFolder, { recursive: true })
  await installOpener(dataFolder, path.join(samples, sampleNotebook))
  say('packaging and installing the extension; about 10 s')
  await installExtension(lifetime, { installed, dataFolder }, await packageExtension(lifetime, project, dataFolder))
  const token = randomBytes(16).toString('hex')
  const server = await startServer(lifetime, { installed, dataFolder, port, token, trusted: true })
  return { server, url: workbenchUrl(server, { token, folder: samples }), samples }
}

/** `npm start` where there is no desktop VS Code: prints the address to open and serves it until Ctrl-C. */
export const serveUntilStopped = async (lifetime: Lifetime, project: Project): Promise<number> => {
  const folder = keptFolder(project)
  const samples = path.join(folder, 'samples')
  await copySamples(project.samples, samples)
  const dataFolder = path.join(folder, 'server')
  await keepSettings(dataFolder)
  const { url, server } = await serve(lifetime, project, { dataFolder, samples, port: await freePort(4139) })
  console.log(
    `VS Code with gradnb is served at\n\n  ${url}\n\nIt opens copies of the samples in ${samples}\nCtrl-C ends it.`
  )
  return server.died
}

/** Settings are ours at the first start and the user's from then on. */
const keepSettings = async (dataFolder: string): Promise<void> => {
  if (!existsSync(path.join(dataFolder, 'data', 'User', 'settings.json')))
    await writeSettings(dataFolder, quietSettings)
}
