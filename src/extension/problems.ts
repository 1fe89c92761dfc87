import { parseExperiment, type ParseResult } from '../experiment'
import { userLimits } from './settings'

/** Reads a cell's text under the limits of the user's settings. */
export const parseCell = (text: string): ParseResult => parseExperiment(text, userLimits())
