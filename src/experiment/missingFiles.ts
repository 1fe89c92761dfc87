import { nearest } from '../text'
import type { Experiment } from './experiment'
import { filePlaces } from './filePlaces'
import type { Problem } from './problems/problem'
import { told } from './problems/told'
import { TEXTS } from './texts/texts'

/** What is in a file's place. */
export type InPlace =
  | { readonly is: 'file' }
  | { readonly is: 'folder' }
  /** whatever it is: the folder is not trusted, and nothing in it is looked at */
  | { readonly is: 'restricted' }
  /** nothing; `beside` are the names in the folder where the file is looked for */
  | { readonly is: 'nothing'; readonly beside: readonly string[] }

/** The problems of the files that a cell names, each at its name; `inPlace` has what was found for each path. */
export function missingFiles(
  text: string,
  experiments: readonly Experiment[],
  inPlace: ReadonlyMap<string, InPlace>
): readonly Problem[] {
  const problems = filePlaces(text, experiments).flatMap(({ path, start, end }): Problem[] => {
    const sentence = sentenceOf(path, inPlace.get(path) ?? { is: 'file' })
    return sentence === null ? [] : [{ code: 'unreadable-file', message: sentence, start, end }]
  })
  return told(problems, text)
}

/** Why a file is not read in VS Code's Restricted Mode, and what to do. */
export const restrictedFile = (path: string): string => TEXTS.files.restricted(path)

function sentenceOf(path: string, found: InPlace): string | null {
  if (found.is === 'file') return null
  if (found.is === 'folder') return TEXTS.files.folder(path)
  if (found.is === 'restricted') return restrictedFile(path)
  const name = path.split(/[\\/]/).at(-1)!
  const meant = nearest(name, found.beside)
  return meant === null
    ? TEXTS.files.missing(path)
    : TEXTS.files.missingLike(path, `${path.slice(0, path.length - name.length)}${meant}`)
}
