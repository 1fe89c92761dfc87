import type { RunRecord } from '../../record'
import { autotrainer } from './autotrainer'
import type { PeerFinding } from './peerFinding'
import { sagemaker } from './sagemaker'

export type { PeerFinding } from './peerFinding'

/** Tools whose published rules can be evaluated on a record. */
export const PEERS = { sagemaker, autotrainer } as const satisfies Readonly<
  Record<string, (record: RunRecord) => PeerFinding[]>
>

export type PeerName = keyof typeof PEERS
export const PEER_NAMES = Object.keys(PEERS) as PeerName[]

/** What the rules of `peer` say of a run. */
export const peerFindings = (peer: PeerName, record: RunRecord): PeerFinding[] => PEERS[peer](record)
