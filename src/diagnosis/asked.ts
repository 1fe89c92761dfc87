import type { Json, JsonObject, RunRecord } from '../record'

/** What a run's cell asked for, as its record keeps it with every value resolved. */
export class Asked {
  private readonly experiment: JsonObject

  constructor(record: Pick<RunRecord, 'experiment'>) {
    this.experiment = record.experiment
  }

  /** The loss's name. */
  get loss(): string {
    return this.name('loss')
  }

  get optimizer(): string {
    return this.name('optimizer')
  }

  get normalization(): string {
    return this.name('normalization')
  }

  get precision(): 'float32' | 'float64' {
    return this.name('precision') === 'float64' ? 'float64' : 'float32'
  }

  get residual(): boolean {
    return this.experiment['residual'] === true
  }

  get outputActivation(): string {
    return this.name('output_activation') || 'linear'
  }

  get standardizes(): boolean {
    return this.field('dataset', 'standardize') === true
  }

  /** Random labels: there is nothing to learn, so a loss that stays is no fault. */
  get isUnlearnable(): boolean {
    return this.name('dataset') === 'random'
  }

  /** Whether the data are numbers of the person's own, whose targets the cell can ask to be standardized. */
  get hasOwnNumbers(): boolean {
    return ['csv', 'npy'].includes(this.name('dataset'))
  }

  /** The optimizer's learning_rate and other numbers; `otherwise` where it has none. */
  setting(key: string, otherwise = 0): number {
    const value = this.field('optimizer', key)
    return typeof value === 'number' ? value : otherwise
  }

  number(key: string, otherwise = 0): number {
    const value = this.experiment[key]
    return typeof value === 'number' ? value : otherwise
  }

  /** What stands at a key that may be one for all layers or a list: that of `layer`, from 0. */
  ofLayer(key: string, layer: number): JsonObject | null {
    const all = this.experiment[key]
    const own = Array.isArray(all) ? (all as readonly Json[])[layer] : all
    if (typeof own === 'string') return { name: own }
    return typeof own === 'object' && own !== null && !Array.isArray(own) ? (own as JsonObject) : null
  }

  /** The activation's name of a hidden layer. */
  activation(layer: number): string {
    const name = this.ofLayer('activation', layer)?.['name']
    return typeof name === 'string' ? name : ''
  }

  private field(key: string, inner: string): Json | undefined {
    const value = this.experiment[key]
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)[inner]
      : undefined
  }

  private name(key: string): string {
    const value = this.experiment[key]
    if (typeof value === 'string') return value
    const name = this.field(key, 'name')
    return typeof name === 'string' ? name : ''
  }
}
