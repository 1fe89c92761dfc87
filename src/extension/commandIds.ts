/** Our commands, as package.json names them. */
export const COMMANDS = {
  newNotebook: 'gradnb.newNotebook',
  openSample: 'gradnb.openSample',
  showResolved: 'gradnb.showResolved',
  predict: 'gradnb.predict',
  insertExample: 'gradnb.insertExample',
  verifyOutputs: 'gradnb.verifyOutputs',
  exportNotebook: 'gradnb.export'
} as const
