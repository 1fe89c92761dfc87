// A process of its own that does runs of the bench with the engine alone: as many as a message says, then it answers what one took.
import { engineSeconds } from './bareEngine'
import { benchCell } from './benchPool'

const { expansion } = benchCell()

process.on('message', count => process.send!(engineSeconds(expansion, Number(count))))
