import { loud, peerFindings, PEER_NAMES, diagnose, type PeerName } from '../../src/diagnosis'
import type { RunRecord } from '../../src/record'
import type { CorpusCase } from './corpusCase'

/** Whose rules are judged. */
export type Judged = 'gradnb' | PeerName
export const ALL_JUDGED: readonly Judged[] = ['gradnb', ...PEER_NAMES]

/** What a set of rules says of a run, worst first: the names of rules, and the layer of each from 1. */
export interface Said {
  readonly rule: string
  readonly layer: number | null
}

export function saidBy(judged: Judged, record: RunRecord): Said[] {
  if (judged === 'gradnb')
    return loud({ findings: diagnose(record) }).map(({ rule, layers }) => ({ rule, layer: from1(layers[0]) }))
  return peerFindings(judged, record).map(({ means, layers }) => ({ rule: means, layer: from1(layers[0]) }))
}

const from1 = (layer: number | undefined): number | null => (layer === undefined ? null : layer + 1)

/** How a set of rules did on one case. */
export interface Mark {
  /** something was said that is no mere information */
  readonly isAlarmed: boolean
  /** the fault was named, or something else that is right */
  readonly isAcceptable: boolean
  /** the very fault was named */
  readonly isVery: boolean
  /** the layer of what was rightly named is one of the fault's; null where the case has none, or nothing was named */
  readonly isRightLayer: boolean | null
}

export function markOf({ fault, acceptable, layers }: CorpusCase, said: readonly Said[]): Mark {
  const right = said.filter(({ rule }) => rule === fault || acceptable.includes(rule))
  const best = right.find(({ rule }) => rule === fault) ?? right[0]
  return {
    isAlarmed: said.length > 0,
    isAcceptable: right.length > 0,
    isVery: said.some(({ rule }) => rule === fault),
    isRightLayer: layers === null || best === undefined ? null : best.layer !== null && layers.includes(best.layer)
  }
}
