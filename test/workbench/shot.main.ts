import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { copyOfFile } from './copies'
import { parseHostName } from './hosts'
import { runMain, type Lifetime } from './lifetime'
import { drawn, failedCells, notebookReady, runAllCells } from './notebook'
import { openWorkbench, screenshot } from './page'
import { parseTheme } from './theme'

const usage = `node shot.main.js FILE.gradnb [--run] [--out artifacts/shot.png] [--theme dark|light|high-contrast|high-contrast-light]
  [--width 1200] [--height 900] [--version newest|oldest] [--extension FOLDER] [--sidebar] [--console] [--limit 120]
Opens a copy of a notebook in a real VS Code, runs all its cells if told to, and writes what the window shows.`

const options = {
  run: { type: 'boolean' },
  out: { type: 'string', default: 'artifacts/shot.png' },
  theme: { type: 'string', default: 'dark' },
  width: { type: 'string', default: '1200' },
  height: { type: 'string', default: '900' },
  version: { type: 'string', default: 'newest' },
  extension: { type: 'string' },
  sidebar: { type: 'boolean' },
  console: { type: 'boolean' },
  limit: { type: 'string', default: '120' }
} as const

const shoot = async (lifetime: Lifetime): Promise<number> => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(`which notebook?\n${usage}`)
  if (!existsSync(file)) throw new Error(`there is no file ${file}`)
  const copy = await copyOfFile(lifetime, file)
  const { page } = await openWorkbench({
    lifetime,
    version: parseHostName(values.version),
    folder: path.dirname(copy),
    file: path.basename(copy),
    theme: parseTheme(values.theme),
    size: { width: Number(values.width), height: Number(values.height) },
    extension: values.extension && path.resolve(values.extension)
  })
  if (values.console) page.on('console', message => console.error(`[${message.type()}] ${message.text()}`))
  try {
    await notebookReady(page)
    if (!values.sidebar) await page.keyboard.press('ControlOrMeta+B')
    if (values.run) await runAllCells(page, { seconds: Number(values.limit) })
    await drawn(page)
    return (await failedCells(page)) > 0 ? 2 : 0
  } finally {
    // Also when something failed: then the picture shows what stood in the way.
    await screenshot(page, values.out)
    console.log(values.out)
  }
}

runMain(shoot)
