import { spawn } from 'node:child_process'
import path from 'node:path'

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line as it ships. */
export function gradnb(args: readonly string[], interruptAfter?: number): Promise<Ended> {
  const child = spawn(process.execPath, [path.resolve('dist/cli.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', text => (stdout += text))
  child.stderr.on('data', text => (stderr += text))
  if (interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfter)
  return new Promise(resolve => child.on('close', status => resolve({ status, stdout, stderr })))
}
