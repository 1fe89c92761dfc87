export { notebookDiff } from './notebookDiff'
export { notebookText } from './notebookText'
