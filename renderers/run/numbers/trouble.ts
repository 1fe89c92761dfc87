import { activationEntry, isActivationName } from '../../../src/catalogue'

/** The share of a layer's units that is worth a look: of those that die the dead ones, of others the saturated ones. */
export const troubleOf = (activation: string): 'dead_fraction' | 'saturated_fraction' =>
  isActivationName(activation) && activationEntry(activation).dies ? 'dead_fraction' : 'saturated_fraction'
