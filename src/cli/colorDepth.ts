import type { ColorDepth } from '../export'

/**
 * The colours that standard output gets: as many as FORCE_COLOR says (https://force-color.org; "0" and "false": none), or else none where
 * NO_COLOR is set (https://no-color.org), or else as many as `bits` can name, which Node tells of the terminal and which is 1 for what is none.
 * Shades need 256 at least, so that is what the sixteen colours of FORCE_COLOR=1 become.
 */
export function colorDepth(environment: Readonly<Record<string, string | undefined>>, bits: number): ColorDepth {
  const { FORCE_COLOR: forced = '', NO_COLOR: none = '' } = environment
  if (forced !== '') return forced === '3' ? 'truecolor' : ['0', 'false'].includes(forced) ? 'none' : '256'
  if (none !== '') return 'none'
  return bits >= 24 ? 'truecolor' : bits >= 8 ? '256' : 'none'
}
