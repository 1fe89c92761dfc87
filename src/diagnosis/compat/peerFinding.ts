import type { RuleName } from '../finding'

/** What a peer's published rule says of a run. */
export interface PeerFinding {
  /** the peer's own name of the rule: "VanishingGradient" */
  readonly rule: string
  /** the rule of ours that comes nearest */
  readonly means: RuleName
  /** the layers concerned, from 0, the worst first */
  readonly layers: readonly number[]
  /** the first epoch in which it fires */
  readonly epoch: number
  /** the number that was measured, and the one it crossed */
  readonly value: number
  readonly threshold: number
}
