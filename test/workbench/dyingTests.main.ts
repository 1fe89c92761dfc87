/** Tests that end their own extension host on the way, as a crash would: a run of them must fail. VS Code keeps `process.exit` from doing so. */
export const run = async (): Promise<void> => {
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => undefined)
}
