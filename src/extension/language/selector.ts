import type * as vscode from 'vscode'
import { CELL_LANGUAGE } from '../ids'

/** The cells of our notebooks, and their text wherever else it is shown. */
export const CELLS: vscode.DocumentSelector = { language: CELL_LANGUAGE }
