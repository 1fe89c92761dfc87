// A process of its own that does runs of the bench on one thread: as many as a message says, then it answers.
import { benchCell, poolOf, secondsOf } from './benchPool'

const { expansion } = benchCell()
const pool = poolOf(1)

process.on('message', async count => {
  await secondsOf(pool, expansion, Number(count))
  process.send!('done')
})
