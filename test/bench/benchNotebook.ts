import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { formatNotebook } from '../../src/notebook'
import { cell } from '../renderer/support'
import { notebookReady } from '../workbench/notebook'
import { openWorkbench } from '../workbench/page'

const FILE = 'bench.gradnb'

/** Opens VS Code on a notebook of these cells, hands its page to `use`, and leaves nothing behind. */
export async function withNotebook(sources: readonly string[], use: (page: Page) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-bench-'))
  const cells = sources.map((source, i) => cell(`cell${i}`, source))
  await writeFile(path.join(folder, FILE), formatNotebook({ metadata: {}, cells, extra: {} }))
  const { page, dispose } = await openWorkbench({ folder, file: FILE, size: { width: 1200, height: 1000 } })
  try {
    await notebookReady(page)
    await use(page)
  } finally {
    await dispose()
    await rm(folder, { recursive: true, force: true })
  }
}
