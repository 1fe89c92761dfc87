export { notebookDiff } from './notebookDiff'
export { notebookText } from './notebookText'
export { changeOf } from './outputSummary'
