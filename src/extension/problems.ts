import * as vscode from 'vscode'
import { DEFAULT_LIMITS, parseExperiment, type Limits, type ParseResult } from '../experiment'

/** Reads a cell's text under the limits of the user's settings. */
export const parseCell = (text: string): ParseResult => parseExperiment(text, userLimits())

/** What the user's settings allow a cell. */
export function userLimits(): Limits {
  const settings = vscode.workspace.getConfiguration('gradnb.limits')
  const names = Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]
  return Object.fromEntries(names.map(name => [name, settings.get(name, DEFAULT_LIMITS[name])])) as unknown as Limits
}
