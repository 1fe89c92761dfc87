// node dist/test/bench/figures.main.js: the drawing rows of `npm run bench` alone.
import { benchAllFigures } from './allFigures'

benchAllFigures().catch(error => {
  console.error(error)
  process.exitCode = 1
})
