/**
 * Runs the fuzz tests over and over, each round with another seed, until one fails: `npm run fuzz -- [HOURS] [FIRST SEED]`.
 * The failing input is printed with its seed; `GRADNB_FUZZ_SEED=… npx mocha "dist/test/unit/fuzz/*.test.js"` repeats the round.
 */
import { spawnSync } from 'node:child_process'
import { argv, env, execPath } from 'node:process'
import { join } from 'node:path'

const HOUR = 3_600_000
const [hours = '1', first = String(Date.now() % 1_000_000_000)] = argv.slice(2)
const end = Date.now() + Number(hours) * HOUR
const mocha = join('node_modules', 'mocha', 'bin', 'mocha.js')

for (let seed = Number(first); Date.now() < end; seed++) {
  console.log(`GRADNB_FUZZ_SEED=${seed}`)
  const { status } = spawnSync(execPath, [mocha, '--timeout', '0', 'dist/test/unit/fuzz/*.test.js'], {
    stdio: 'inherit',
    env: { ...env, GRADNB_FUZZ_SEED: String(seed) }
  })
  if (status !== 0) process.exit(1)
}
