// node dist/test/bench/figures.main.js: the drawing rows of `npm run bench` alone.
import { benchFigures } from './figures'
import { benchLiveFigure } from './liveFigure'

const bench = async (): Promise<void> => {
  await benchFigures()
  await benchLiveFigure()
}

bench().catch(error => {
  console.error(error)
  process.exitCode = 1
})
