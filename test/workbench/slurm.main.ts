import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { say } from './cache'
import { runMain, temporaryFolder } from './lifetime'
import { run } from './process'
import { isInstalled } from './programs'
import { startSlurm } from './slurm'

const CLI = path.resolve('dist/cli.js')
const [SAMPLE, CELL, SHARDS] = [path.join('media', 'samples', 'initialization.gradnb'), 'initialization', '4']

/** `npm run slurm`: does a sample's sweep as a job array of a Slurm on this machine, and compares it with what one process makes of it. */
runMain(async lifetime => {
  if (!isInstalled('slurm'))
    throw new Error('Slurm is not installed; on Debian and Ubuntu: apt-get install slurm-wlm munge')
  if (!existsSync(CLI)) throw new Error(`missing: ${CLI}; run npm run build in the project's folder`)
  const folder = await temporaryFolder(lifetime, 'array')
  const file = (name: string) => path.join(folder, name)
  const gradnb = (...args: string[]) =>
    run(lifetime, { purpose: `run gradnb ${args[0]}`, command: process.execPath, args: [CLI, ...args] })
  for (const name of ['swept.gradnb', 'whole.gradnb']) await copyFile(SAMPLE, file(name))

  say('starting a Slurm of one node on this machine')
  const slurm = await startSlurm(lifetime)
  const sweep = ['sweep', file('swept.gradnb'), '--cell', CELL]
  say(`gradnb ${['sweep', 'swept.gradnb', ...sweep.slice(2)].join(' ')} --emit slurm --shards ${SHARDS} > job.sh`)
  await writeFile(file('job.sh'), await gradnb(...sweep, '--emit', 'slurm', '--shards', SHARDS))
  say('sbatch --wait job.sh')
  await slurm.run('sbatch', ['--wait', 'job.sh'], folder)
  say('bash job.sh merge')
  say((await slurm.run('bash', ['job.sh', 'merge'], folder)).trim())

  say(`gradnb run whole.gradnb --cell ${CELL}`)
  await gradnb('run', file('whole.gradnb'), '--cell', CELL)
  const [swept, whole] = await Promise.all(['swept.gradnb', 'whole.gradnb'].map(name => readFile(file(name))))
  assert.ok(swept!.equals(whole!), 'the job array and the single process wrote different notebooks')
  say(`swept.gradnb and whole.gradnb are the same ${whole!.length} bytes`)
  return 0
})
