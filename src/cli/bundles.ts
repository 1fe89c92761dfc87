import path from 'node:path'

/** Programs that are built together with the command line, which starts some and puts others into pages. */
export type Bundle = 'worker.node' | 'sharing' | 'page' | 'renderer' | 'worker.web'

/** The file of a program. */
export const bundle = (name: Bundle): string => path.join(__dirname, `${name}.js`)

/** The program that speaks to a queue; VS Code's extension has the same. */
export const QUEUE = path.join(__dirname, '..', 'queue.js')

/** Files that ship beside the programs. */
export const MEDIA = path.join(__dirname, '..', '..', 'media')
