import * as vscode from 'vscode'
import { parseSilence, unknownRules, type RuleName } from '../diagnosis'
import { DEFAULT_LIMITS, type Limits } from '../experiment'
import { AddressProblem, queueAddress, QUEUE_VARIABLES } from '../queue'
import { visibleLine } from '../text'

/** A setting's name below "gradnb.", and what is taken where the user's settings hold something that it cannot be. */
interface Setting<Value extends number | boolean = number | boolean> {
  readonly name: string
  readonly fallback: Value
}

const SAVE_OUTPUTS: Setting<boolean> = { name: 'notebook.saveOutputs', fallback: true }
const LIMIT_NAMES = Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]
const limit = (name: keyof Limits): Setting<number> => ({ name: `limits.${name}`, fallback: DEFAULT_LIMITS[name] })

/** What the user's settings allow a cell. */
export const userLimits = (): Limits =>
  Object.fromEntries(LIMIT_NAMES.map(name => [name, valueOf(limit(name))])) as unknown as Limits

const WORKERS = 'sweep.workers'
const workers = (cores: number): Setting<number> => ({ name: WORKERS, fallback: Math.max(1, cores) })

/** How many workers do the runs of a cell, on a machine of so many cores. */
export const sweepWorkers = (cores: number): number => Math.min(valueOf(workers(cores)), MOST_WORKERS)

/** More only take memory from each other. */
const MOST_WORKERS = 256

/** The address of the queue that gets the runs of cells; "" for none. No workspace can set it: its runs would go where it likes. */
export function sweepQueue(): string {
  const value = given(QUEUE)
  return typeof value === 'string' ? value.trim() : ''
}

const QUEUE = 'sweep.queue'

/** Whether outputs are saved in files whose notebook does not say. */
export const savesOutputs = (): boolean => valueOf(SAVE_OUTPUTS)

/** The rules of the diagnosis that nobody wants to hear, in any notebook. */
export const silencedEverywhere = (): readonly RuleName[] => parseSilence(given(SILENCED))

/** Adds a rule to these, in the user's settings. */
export async function silenceEverywhere(rule: RuleName): Promise<void> {
  const rules = [...new Set([...silencedEverywhere(), rule])]
  await vscode.workspace.getConfiguration('gradnb').update(SILENCED, rules, vscode.ConfigurationTarget.Global)
}

const SILENCED = 'diagnosis.silenced'

/** Says once of each setting that it holds something it cannot be, and again when that changes: a value of the wrong kind does nothing. */
export function tellWrongSettings(say: (sentence: string, setting: string) => void = warn): vscode.Disposable {
  const told = new Map<string, string>()
  const tellOnce = (name: string, sentence: string | null) => {
    if (sentence !== null && sentence !== told.get(name)) say(sentence, name)
    told.set(name, sentence ?? '')
  }
  const tell = () => {
    for (const setting of [SAVE_OUTPUTS, ...LIMIT_NAMES.map(limit), workers(1)]) {
      tellOnce(setting.name, complaint(setting))
    }
    tellOnce(SILENCED, silencedComplaint())
    tellOnce(QUEUE, queueComplaint())
  }
  tell()
  return vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration('gradnb') && tell())
}

async function warn(sentence: string, setting: string): Promise<void> {
  const open = vscode.l10n.t('Open Setting')
  if ((await vscode.window.showWarningMessage(sentence, open)) !== open) return
  await vscode.commands.executeCommand('workbench.action.openSettings', `@id:gradnb.${setting}`)
}

function valueOf<Value extends number | boolean>({ name, fallback }: Setting<Value>): Value {
  const value = given(name)
  return isFit(value, fallback) ? (value as Value) : fallback
}

const given = (name: string): unknown => vscode.workspace.getConfiguration('gradnb').get(name)

const isFit = (value: unknown, fallback: number | boolean): boolean =>
  typeof fallback === 'boolean' ? typeof value === 'boolean' : Number.isInteger(value) && (value as number) >= 1

/** What in the list is no rule. */
function silencedComplaint(): string | null {
  const value = given(SILENCED)
  const wrong = unknownRules(value)[0]
  if (wrong === undefined) return null
  const shown = visibleLine(wrong.name).slice(0, 60)
  if (wrong.meant !== null)
    return vscode.l10n.t('The setting gradnb.{0} names {1}, which is not a rule. Did you mean "{2}"?', SILENCED, shown, wrong.meant) // prettier-ignore
  return vscode.l10n.t(
    'The setting gradnb.{0} must be a list of rules, but {1} is not one. It is ignored.',
    SILENCED,
    shown
  )
}

/** Why the queue cannot be used, as far as its address tells; and that a password is better kept elsewhere. */
function queueComplaint(): string | null {
  const value = given(QUEUE)
  if (value === undefined || value === '') return null
  if (typeof value !== 'string')
    return vscode.l10n.t('The setting gradnb.{0} must be the address of a queue in quotes. It counts as empty, so runs stay on this machine.', QUEUE) // prettier-ignore
  const address = sweepQueue()
  if (address === '') return null
  try {
    return queueAddress(address, {}).password === null
      ? null
      : vscode.l10n.t('The setting gradnb.{0} holds a password, which everybody can read who can read your settings. Better take it out and set {1} in the environment in which VS Code is started.', QUEUE, QUEUE_VARIABLES.password) // prettier-ignore
  } catch (error) {
    if (!(error instanceof AddressProblem)) throw error
    return vscode.l10n.t('The setting gradnb.{0} cannot be used: {1}. Cells of many runs fail until it is changed or emptied.', QUEUE, error.message) // prettier-ignore
  }
}

function complaint({ name, fallback }: Setting): string | null {
  const value = given(name)
  if (value === undefined || isFit(value, fallback) || (name === WORKERS && value === null)) return null
  const shown = visibleLine(JSON.stringify(value)).slice(0, 60)
  return typeof fallback === 'boolean'
    ? vscode.l10n.t('The setting gradnb.{0} is {1}, but must be true or false. It counts as {2}.', name, shown, String(fallback)) // prettier-ignore
    : vscode.l10n.t('The setting gradnb.{0} is {1}, but must be a whole number of at least 1. It counts as {2}.', name, shown, fallback.toLocaleString('en-US')) // prettier-ignore
}
