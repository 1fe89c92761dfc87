import type { LayerInfo } from '../../../src/record'

/** A row's name: "hidden 1  2→32". */
export const layerLabel = ({ name, inputs, outputs }: LayerInfo): string => `${name}  ${inputs}→${outputs}`
