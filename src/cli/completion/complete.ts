import type { Argument, Command, Option } from 'commander'
import { called } from '../chosenCells'
import { readInput } from '../input'
import { SHELLS } from './scripts'

/** What may stand where the cursor is. */
export type Completion =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** files with one of these endings, or any where there are none; and folders on the way to them */
  | { readonly kind: 'files'; readonly endings: readonly string[] }
  | { readonly kind: 'folders' }

const words = (all: readonly string[]): Completion => ({ kind: 'words', words: all })

/** What may stand for the last of `typed`, the words behind the program's name; of words only those that begin so. */
export async function complete(gradnb: Command, typed: readonly string[]): Promise<Completion> {
  // bash takes --cell=deep for three words
  const last = typed.at(-1) ?? ''
  const before = typed.slice(0, -1).filter(word => word !== '=')
  const [, option, value] = /^(--[\w-]+)=(.*)$/.exec(last) ?? []
  const isWhole = option === undefined
  const found = await candidates(gradnb, isWhole ? before : [...before, option], isWhole ? bare(last) : value!)
  if (found.kind !== 'words') return found
  const matching = found.words.filter(word => word.startsWith(isWhole ? bare(last) : value!))
  return words(isWhole ? matching : matching.map(word => `${option}=${word}`))
}

/** Without the quote that a person has opened. */
const bare = (word: string): string => (word === '=' ? '' : word.replace(/^["']/, ''))

async function candidates(gradnb: Command, before: readonly string[], last: string): Promise<Completion> {
  const [name, ...given] = before
  if (name === undefined) return words(last.startsWith('-') ? optionsOf(gradnb) : commandsOf(gradnb))
  if (name === 'help') return words(given.length === 0 ? commandsOf(gradnb) : [])
  const command = gradnb.commands.find(each => each.name() === name)
  if (command === undefined) return words([])
  const line = readWords(command, given)
  if (line.open !== null) return valuesOf(command, line.open, line.positional[0])
  if (last.startsWith('-')) return words(optionsOf(command).filter(option => !given.includes(option)))
  return argumentsOf(command, line.positional.length)
}

const commandsOf = (gradnb: Command): string[] =>
  gradnb
    .createHelp()
    .visibleCommands(gradnb)
    .map(command => command.name())

const optionsOf = (command: Command): string[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long }) => long ?? [])

/** What was typed behind a command: its arguments, and the option whose value comes next, if any. */
function readWords(command: Command, given: readonly string[]): { positional: string[]; open: Option | null } {
  const positional: string[] = []
  let open: Option | null = null
  for (const word of given) {
    const takes: Option | undefined = command.options.find(({ long, short }) => word === long || word === short)
    if (open !== null) open = null
    else if (takes !== undefined) open = takes.required ? takes : null
    else if (!word.startsWith('-')) positional.push(word)
  }
  return { positional, open }
}

/** The values that an option takes, as far as its name in the help tells. */
async function valuesOf(command: Command, option: Option, file: string | undefined): Promise<Completion> {
  if (option.argChoices !== undefined) return words(option.argChoices)
  if (option.attributeName() === 'cell') return words(await cellsOf(command, file))
  const [, value] = /<([\w|]+)/.exec(option.flags) ?? []
  if (value === 'folder') return { kind: 'folders' }
  return value === 'file' || value === 'path' ? { kind: 'files', endings: [] } : words([])
}

/** The names of a notebook's cells; of a command that divides runs, those of cells of many. None where it cannot be read. */
async function cellsOf(command: Command, file: string | undefined): Promise<string[]> {
  if (file === undefined) return []
  const { cells } = await readInput(file.replace(/^~(?=\/)/, process.env['HOME'] ?? '~')).catch(() => ({ cells: [] }))
  const isDivided = ['sweep', 'merge'].includes(command.name())
  return cells.filter(cell => !isDivided || isSweep(cell.read())).map(called)
}

const isSweep = (result: ReturnType<Awaited<ReturnType<typeof readInput>>['cells'][number]['read']>): boolean =>
  result.ok && result.cell.kind === 'sweep'

/** Experiments are read by these commands from plain YAML, too. */
const TAKE_YAML = ['run', 'check', 'doctor', 'predict']

function argumentsOf(command: Command, place: number): Completion {
  const all: readonly Argument[] = command.registeredArguments
  const argument = all[place] ?? (all.at(-1)?.variadic === true ? all.at(-1) : undefined)
  if (argument === undefined) return words([])
  if (argument.name() === 'folder') return { kind: 'folders' }
  if (argument.name() === 'shell') return words(Object.keys(SHELLS))
  return { kind: 'files', endings: TAKE_YAML.includes(command.name()) ? ['gradnb', 'yaml', 'yml'] : ['gradnb'] }
}

/** A completion as lines for the scripts of shells: its kind with endings, then the words. */
export function completionLines(completion: Completion): string[] {
  switch (completion.kind) {
    case 'words':
      return ['words', ...completion.words]
    case 'files':
      return [['files', ...completion.endings].join(' ')]
    case 'folders':
      return ['folders']
    default:
      return completion satisfies never
  }
}
