import { readdirSync } from 'node:fs'
import path from 'node:path'
import { tellOutcome } from '../workbench/outcome'

/** Runs every *.test.js below this folder; VS Code calls it inside the extension host and ends with its outcome. */
export const run = async (): Promise<void> => {
  // Imported and not required: mocha is an ES module.
  const { default: Mocha } = await import('mocha')
  const mocha = new Mocha({ ui: 'bdd', timeout: 300_000, color: false, grep: process.env.GRADNB_GREP || undefined })
  for (const file of testFiles()) mocha.addFile(file)
  await mocha.loadFilesAsync()
  const runner = await new Promise<Mocha.Runner>(resolve => {
    const started = mocha.run(() => resolve(started))
  })
  const { passes = 0, failures = 0 } = runner.stats ?? {}
  await tellOutcome({ passed: passes, failed: failures })
  if (failures > 0) throw new Error(`${failures} host ${failures === 1 ? 'test' : 'tests'} failed`)
}

const testFiles = (): string[] =>
  readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.js'))
    .sort()
    .map(name => path.join(__dirname, name))
