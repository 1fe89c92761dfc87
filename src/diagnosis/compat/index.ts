import type { RunRecord } from '../../record'
import { finding, type Finding } from '../finding'
import { Measures } from '../measures'
import { PEER_TEXTS } from '../texts/peers'
import { autotrainer } from './autotrainer'
import type { PeerFinding } from './peerFinding'
import { sagemaker } from './sagemaker'

/** Tools whose published rules can be evaluated on a record. */
const PEERS = { sagemaker, autotrainer } as const satisfies Readonly<
  Record<string, (record: RunRecord) => PeerFinding[]>
>

/** The tools, by the names that a cell uses. */
export type PeerName = keyof typeof PEERS
/** All of them. */
export const PEER_NAMES = Object.keys(PEERS) as PeerName[]

/** What the rules of `peer` say of a run. */
export const peerFindings = (peer: PeerName, record: RunRecord): PeerFinding[] => PEERS[peer](record)

/** Whose rules a cell asks for in the place of ours. */
export function peerOf({ experiment: { compat } }: Pick<RunRecord, 'experiment'>): PeerName | null {
  return PEER_NAMES.find(name => name === compat) ?? null
}

/** The same as findings, each a warning: peers know no severity, no cause and no remedy. */
export function findingsOfPeer(peer: PeerName, record: RunRecord): Finding[] {
  const m = new Measures(record)
  const name = PEER_TEXTS.names[peer]
  return peerFindings(peer, record).map(({ rule, means, layers, epoch, value, threshold }) =>
    finding({
      ...{ rule: means, severity: 'warning', layers, epoch, value, threshold },
      message: PEER_TEXTS.message(name, rule, m.names(layers), epoch, value, threshold),
      why: PEER_TEXTS.why(name)
    })
  )
}
