import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** What tests look at of a job. */
export interface Job {
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly completionMode?: string
    readonly completions?: number
    readonly parallelism?: number
    readonly suspend?: boolean
    readonly template: { readonly spec: { readonly containers: readonly Container[] } }
  }
}

interface Container {
  readonly image: string
  readonly command: readonly string[]
  readonly env?: readonly { readonly name: string; readonly value: string }[]
}

/** A word of a container's command as Kubernetes expands it: $(NAME) is a variable where there is one, and $$ is $. */
export const expanded = (word: string, environment: Readonly<Record<string, string>>): string =>
  word.replace(/\$\$|\$\(([^)]*)\)/g, (text, name?: string) => (text === '$$' ? '$' : (environment[name!] ?? text)))

/**
 * What does not fit the official schema of batch/v1 Job: its validators find wrong values; the types made of the same schema find
 * keys that it does not have.
 */
export const manifestProblems = async (jobs: readonly Job[]): Promise<string[]> => [
  ...jobs.flatMap(job => valueProblems(job)),
  ...(await typeProblems(jobs))
]

/** The part of the package that is used; loaded as it is, since it takes no part in any bundle. */
interface Models {
  readonly Job: new (job: Job) => { validate(): void }
}
const models = (): Models => createRequire(path.resolve('package.json'))('kubernetes-models/batch/v1/Job') as Models

function valueProblems(job: Job): string[] {
  try {
    new (models().Job)(job).validate()
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}

/** Within the project, so that the compiler finds the types. */
async function typeProblems(jobs: readonly Job[]): Promise<string[]> {
  await mkdir('artifacts', { recursive: true })
  const folder = await mkdtemp(path.resolve('artifacts', 'manifest-'))
  try {
    const type = `import type { IJob } from 'kubernetes-models/batch/v1/Job'\n`
    await writeFile(path.join(folder, 'jobs.ts'), `${type}export const jobs: IJob[] = ${JSON.stringify(jobs)}\n`)
    const compilerOptions = {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      module: 'preserve',
      target: 'es2022',
      types: []
    }
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['jobs.ts'] }))
    await promisify(execFile)(process.execPath, [path.resolve('node_modules/typescript/bin/tsc'), '-p', folder])
    return []
  } catch (error) {
    return (error as { stdout: string }).stdout.trim().split('\n')
  } finally {
    await rm(folder, { recursive: true })
  }
}
