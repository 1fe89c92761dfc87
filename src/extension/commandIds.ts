/** Our commands, as package.json names them. */
export const COMMANDS = {
  newNotebook: 'gradnb.newNotebook',
  openSample: 'gradnb.openSample',
  showResolved: 'gradnb.showResolved',
  predict: 'gradnb.predict',
  explain: 'gradnb.explain',
  repair: 'gradnb.repair',
  stopRepair: 'gradnb.stopRepair',
  hearAgain: 'gradnb.hearAgain',
  openRulePage: 'gradnb.openRulePage',
  insertExample: 'gradnb.insertExample',
  verifyOutputs: 'gradnb.verifyOutputs',
  shareNotebook: 'gradnb.share',
  exportNotebook: 'gradnb.export',
  runRestricted: 'gradnb.runRestricted',
  showChangesInWords: 'gradnb.showChangesInWords'
} as const

/** Commands that only our own actions give, with their arguments. */
export const OWN_COMMANDS = { silence: 'gradnb.silence', applyRemedy: 'gradnb.applyRemedy' } as const
