/** Why a run ended before its end, in English; every other file of the room names a text. */
export const TEXTS = {
  /** the name of the error output of a run that failed */
  failed: 'Training failed',
  closed: 'gradnb was closed before this run ended',
  workerEnded: (why: string) => `the worker that trains ended: ${why}; run the cell again to start a new one`,
  exitCode: (code: number) => `exit code ${code}`,
  workerEndedTwice: (why: string) => `the worker that trained it ended twice: ${why}`,
  noWorkerLives: (why: string) => `no worker stays alive: ${why}`,
  tookTooLong: (seconds: number) =>
    `it took longer than ${seconds === 1 ? 'a second' : `${seconds} seconds`}, the most that this worker gives a run`,
  stoppedEarly: 'stopped before the first step'
}
