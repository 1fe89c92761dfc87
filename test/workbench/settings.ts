import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

export type Settings = Readonly<Record<string, unknown>>

/** Nothing that greets, updates or asks the network: such things come between a test and what it looks at. */
export const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // On in a browser: what a test types by accident would be saved.
  'files.autoSave': 'off',
  'window.autoDetectColorScheme': false,
  'git.enabled': false
}

/** Writes a user's settings where the VS Code server keeps them. Pages read them when they open, not later. */
export const writeSettings = async (dataFolder: string, settings: Settings): Promise<void> => {
  const folder = path.join(dataFolder, 'data', 'User')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2))
}
