import * as vscode from 'vscode'
import { keepCellIds } from './cellIds'
import { helpComparing } from './comparing'
import { registerCommands } from './commands'
import { tellConflicts } from './conflicts'
import { createController } from './controller'
import { showProblems } from './diagnostics'
import { registerFindingCommands } from './findingCommands'
import { showFindings } from './findingProblems'
import { Findings } from './findings'
import { FigureChannel } from './figureChannel'
import { serveFigures } from './figures'
import { Forecast } from './forecast'
import { Foretelling } from './foretelling'
import { NOTEBOOK_TYPE } from './ids'
import { helpWriting } from './language'
import { LiveRecords } from './liveRecords'
import { LiveRuns } from './liveRuns'
import { showMissingFiles } from './missingFiles'
import type { Platform } from './platform'
import { ReadOnly } from './readOnly'
import { RunClients } from './runClients'
import { sampleFolders } from './openSample'
import { RunPools } from './runPools'
import { NotebookSerializer } from './serializer'
import { serveSweepRuns } from './sweepRuns'
import { runInRestrictedMode } from './trust'
import { tellWrongSettings } from './settings'
import { StatusBar } from './statusBar'
import { Verification } from './verification'
import { Walkthrough } from './walkthrough'

/** Wires the rooms to VS Code. Everything made here ends with the extension. */
export function activateWith(
  context: vscode.ExtensionContext,
  { spawn, cores, spawnSharer, readInFolder, isLocked, queues }: Platform
): void {
  const clients = new RunClients(spawn)
  const pools = new RunPools(spawn, cores)
  const live = new LiveRuns()
  const records = new LiveRecords()
  const figures = new FigureChannel()
  const forecast = new Forecast(() => pools.size)
  const foretelling = new Foretelling()
  const findings = new Findings(live)
  const readOnly = new ReadOnly(isLocked)
  const datasets = vscode.Uri.joinPath(context.extensionUri, 'media', 'datasets')
  const readDataset = async (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(datasets, name))
  const readBundle = (name: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name))
  const readProgram = async (name: string) => [new TextDecoder().decode(await readBundle(name))]
  const readPrograms = async () => ({
    page: await readProgram('page.js'),
    renderer: await readProgram('renderer.js'),
    worker: await readProgram('worker.web.js')
  })
  const verification = new Verification({ spawn, cores, readDataset, readInFolder })
  const samples = sampleFolders(context)
  const walkthrough = new Walkthrough(figures, samples.copies)
  const controller = createController({
    clients,
    pools,
    queues,
    live,
    records,
    figures,
    forecast,
    walkthrough,
    readDataset,
    readInFolder
  })
  const statusBar = new StatusBar({ live, forecast, foretelling, verification, findings })
  context.subscriptions.push(
    clients,
    pools,
    live,
    figures,
    forecast,
    verification,
    foretelling,
    findings,
    statusBar,
    walkthrough,
    vscode.workspace.registerNotebookSerializer(NOTEBOOK_TYPE, new NotebookSerializer(records)),
    controller,
    runInRestrictedMode(context, controller),
    vscode.notebooks.registerNotebookCellStatusBarItemProvider(NOTEBOOK_TYPE, statusBar),
    showProblems(),
    tellConflicts(),
    showFindings(findings),
    showMissingFiles(),
    helpWriting(findings),
    helpComparing(),
    registerCommands({ verification, spawnSharer, readPrograms, walkthrough, samples, readDataset, readInFolder }),
    registerFindingCommands(context.extensionUri, {
      figures,
      findings,
      live,
      readOnly,
      spawn,
      readDataset,
      readInFolder
    }),
    keepCellIds(),
    tellWrongSettings(),
    serveFigures(figures),
    serveSweepRuns({ figures, readOnly, spawn, readDataset, readInFolder })
  )
}
