import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as vscode from 'vscode'
import { SWEEP_MIME } from '../../src/record'
import { RedisServer } from '../unit/queue/redisServer'
import { itWith } from '../workbench/programs'
import { cancel, cell, closeAll, openNotebook, runCells, startCell, textOf, until } from './support'

const SWEEP =
  'name: rates\nepochs: 2\nsweep: {parameters: {optimizer.lr: [0.1, 0.5], hidden_layers: [[4], [16]]}}\nseeds: 3'
const { extensionPath: root, packageJSON: manifest } = vscode.extensions.getExtension('gradnb.gradnb')!

const configuration = () => vscode.workspace.getConfiguration('gradnb')

describe('the setting gradnb.sweep.queue', () => {
  let folder = ''
  let server: RedisServer | null = null
  let worker: ChildProcess | null = null

  beforeEach(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-queue-'))))
  afterEach(async () => {
    await Promise.all(vscode.workspace.notebookDocuments.map(cancel))
    await closeAll()
    await configuration().update('sweep.queue', undefined, vscode.ConfigurationTarget.Global)
    worker?.kill('SIGKILL')
    await server?.kill()
    await rm(folder, { recursive: true })
  })

  async function start(): Promise<RedisServer> {
    server = await RedisServer.start(folder)
    await configuration().update('sweep.queue', server.url, vscode.ConfigurationTarget.Global)
    return server
  }

  /** What a cell shows as a sweep. */
  const shown = (one: vscode.NotebookCell): string => textOf(one, SWEEP_MIME)

  itWith('redis-server', 'sends the runs of a cell there, and shows the bytes that this machine makes', async () => {
    const notebook = await openNotebook(cell(SWEEP), cell(SWEEP))
    await runCells(notebook, 0, 1)
    const { url } = await start()
    worker = spawn('node', [path.join(root, 'dist', 'cli.js'), 'worker', '--queue', url], { stdio: 'ignore' })
    await runCells(notebook, 1, 2)
    const [here, there] = [0, 1].map(index => notebook.cellAt(index))
    assert.equal(there!.executionSummary?.success, true)
    assert.equal(shown(there!), shown(here!))
    const finished = await server!.asked(redis => redis.zcard('gradnb:runs:completed'))
    assert.ok(finished > 0, 'the queue has done nothing')
  })

  itWith('redis-server', 'takes queued runs off the queue when the cell is stopped', async () => {
    const server = await start()
    const notebook = await openNotebook(cell(SWEEP))
    let waiting = 0
    const look = async () => (waiting = await server.asked(redis => redis.llen('gradnb:runs:wait')))
    const running = startCell(notebook, 0)
    for (await look(); waiting === 0; await look());
    await cancel(notebook)
    await until(() => notebook.cellAt(0).executionSummary?.timing !== undefined, 'the cell to stop')
    await running.catch(() => {})
    assert.equal(await look(), 0)
  })

  it('says in the cell where there is no queue', async () => {
    await configuration().update('sweep.queue', 'redis://user:hunter2@127.0.0.1:1', vscode.ConfigurationTarget.Global)
    const notebook = await openNotebook(cell(SWEEP))
    await runCells(notebook)
    const [output] = notebook.cellAt(0).outputs
    const text = new TextDecoder().decode(output!.items[0]!.data)
    assert.match(text, /no Redis answers at redis:\/\/127\.0\.0\.1:1; start one there/)
    assert.ok(!text.includes('hunter2'))
  })

  it("is the user's alone: a workspace cannot set it", () => {
    const properties = Object.assign({}, ...[manifest.contributes.configuration].flat().map(one => one.properties))
    assert.equal(properties['gradnb.sweep.queue'].scope, 'machine')
  })
})
