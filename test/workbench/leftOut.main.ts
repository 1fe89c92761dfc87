import { say } from './cache'
import { takeLeftOut } from './programs'

/** `node leftOut.main.js`, the last thing that `npm test` does: says which tests were left out, and why. */
const lines = takeLeftOut()
if (lines.length === 0) say('no test was left out')
else
  say(
    `left out ${lines.length === 1 ? 'one test' : `${lines.length} tests`}:\n${lines.map(line => `  ${line}`).join('\n')}`
  )
