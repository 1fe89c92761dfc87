import type { Limits } from '../../experiment'
import type { FilesOfCells } from '../filesOfCells'
import { SHARING_TEXTS as TEXTS } from '../texts'
import { filesBlock } from './filesBlock'
import { LOADER, LOADER_DIGEST } from './loader'
import { dataBlock } from './packed'
import { programsBlock, type Programs } from './programs'
import { escapeHtml } from './escapeHtml'
import { STYLE } from './style'

export interface PageParts {
  readonly title: string
  /** HTML */
  readonly body: string
  readonly notebook: Uint8Array
  readonly programs: Programs | null
  readonly files: FilesOfCells
  readonly limits: Limits
}

/**
 * The whole document. Its policy lets nothing in from outside, and lets only our own programs run: the loader by its digest, the others
 * from the page's own memory. Vega compiles its expressions, and the engine is WebAssembly, which is what the two eval keywords are for.
 */
export function page({ title, body, programs, ...data }: PageParts): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(programs !== null)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="gradnb">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><div id="gradnb-bar" role="group"></div></header>
<main>
${body}
</main>
<footer>${escapeHtml(programs ? TEXTS.pageRuns : TEXTS.pageStands)}</footer>
${programs ? `${blocks(data, programs)}\n<script>${LOADER}</script>` : ''}
</body>
</html>
`
}

const policy = (runs: boolean): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    runs ? 'img-src data: blob:' : 'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    ...(runs ? [`script-src '${LOADER_DIGEST}' blob: 'unsafe-eval' 'wasm-unsafe-eval'`, 'worker-src blob:'] : [])
  ].join('; ')

const blocks = (
  { notebook, files, limits }: Pick<PageParts, 'notebook' | 'files' | 'limits'>,
  programs: Programs
): string =>
  [
    dataBlock('gradnb-notebook', notebook),
    dataBlock('gradnb-files', filesBlock(files, limits)),
    dataBlock('gradnb-programs', programsBlock(programs))
  ].join('\n')
