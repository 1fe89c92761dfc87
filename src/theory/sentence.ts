import type { Foretold, Preflight } from './preflight'
import { TEXTS } from './texts'

/** "loses 6.3 decades from hidden 20 to hidden 1; tanh with xavier loses 1.4". */
export function preflightText(foretold: Preflight): string {
  switch (foretold.kind) {
    case 'shallow':
      return TEXTS.noHidden
    case 'uncovered':
      return TEXTS.notCovered(foretold.why)
    case 'foretold':
      return courseText(foretold) + insteadText(foretold)
  }
}

/** "6.3"; one digit behind the point. */
export const decadesNumber = (decades: number): string => Math.abs(decades).toFixed(1)

function courseText({ decades, severity, from, to }: Foretold): string {
  if (decades === -Infinity) return TEXTS.nothing(from, to)
  if (decadesNumber(decades) === '0.0') return TEXTS.keepsAll(from, to)
  if (severity === 'none') return TEXTS.keeps(decadesNumber(decades), from, to)
  return (decades < 0 ? TEXTS.loses : TEXTS.gains)(decadesNumber(decades), from, to)
}

function insteadText({ instead }: Foretold): string {
  if (instead === null) return ''
  const { activation, initializer, decades } = instead
  return TEXTS.instead(TEXTS.with(activation, initializer), shortly(decades))
}

function shortly(decades: number): string {
  if (decadesNumber(decades) === '0.0') return TEXTS.keepsOnly
  return (decades < 0 ? TEXTS.losesOnly : TEXTS.gainsOnly)(decadesNumber(decades))
}
