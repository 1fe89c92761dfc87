import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { parseAllDocuments } from 'yaml'
import { itWith } from '../../../workbench/programs'
import { cell, gradnb, notebook } from '../gradnb'
import { HOSTILE_FOLDER } from './hostileNames'
import { expanded, manifestProblems, type Job } from './kubernetes'
import { SweepFolder } from '../sweepFolder'

const execute = promisify(execFile)
const HERE = ['--command', `${process.execPath} ${path.resolve('dist/cli.js')}`]

describe('a job file for Slurm', function () {
  this.timeout(120_000)
  const folder = new SweepFolder()
  const job = () => folder.file('job.sh')
  const bash = (args: string[], env: Record<string, string> = {}) =>
    execute('bash', [job(), ...args], { env: { ...process.env, ...env } })

  for (const [title, name, cellName] of [
    ['plain names', 'lesson', 'rates'],
    ['names that mean something to a shell', HOSTILE_FOLDER, 'räte_漢字'],
    ['a cell without a name', 'lesson', null]
  ] as const)
    it(`does the tasks and merges them to the same bytes, with ${title}`, async () => {
      await folder.fill(name, `${name}.gradnb`, cellName)
      await writeFile(job(), await folder.emit('slurm', '--shards', '3', '--out', folder.file(`${name}2`)))
      await execute('bash', ['-n', job()])
      for (const task of ['2', '0', '1']) await bash([], { SLURM_ARRAY_TASK_ID: task })
      assert.ok(existsSync(folder.file(`${name}2`)))
      await bash(['merge'])
      assert.ok(await folder.isMerged())
    })

  it('has a limit of time, memory, CPUs and a name that Slurm takes', async () => {
    await folder.fill('lesson')
    const text = await folder.emit('slurm', '--workers', '3')
    const asked = [...text.matchAll(/^#SBATCH (\S+)$/gm)].map(([, option]) => option)
    assert.deepEqual(asked, [
      '--cpus-per-task=3',
      '--mem=1024M',
      '--time=0:10:00',
      '--job-name=gradnb-n-rates',
      '--array=0-0',
      '--output=%x-%A_%a.log',
      '--open-mode=append',
      '--requeue'
    ])
    assert.match(text, / --workers 3 /)
  })

  it('has as many tasks and as much time as the runs need', async () => {
    const source = (epochs: number) => `hidden_layers: {depth: 10, units: 256}\nepochs: ${epochs}\nseeds: 400`
    const bounds = async (epochs: number, ...more: string[]) => {
      await writeFile(folder.notebook, notebook(cell('aaaa', source(epochs))))
      const text = await folder.emit('slurm', ...more)
      return [/--array=0-(\d+)/.exec(text)![1], /--time=(\S+)/.exec(text)![1]]
    }
    await folder.fill('lesson')
    assert.deepEqual(await bounds(1), ['0', '0:10:00'])
    assert.deepEqual(await bounds(100), ['4', '0:40:00'])
    assert.deepEqual(await bounds(10_000), ['99', '3:15:00'])
    assert.deepEqual(await bounds(10_000, '--shards', '10'), ['9', '1-8:25:00'])
    assert.deepEqual(await bounds(1, '--shards', '1000'), ['399', '0:10:00'])
  })

  it('guesses, and says so, where a data file decides how long runs take', async () => {
    await folder.fill('lesson')
    await writeFile(folder.notebook, notebook(cell('aaaa', 'dataset: {csv: d.csv, target: y}\nseeds: 40')))
    const text = await folder.emit('slurm')
    assert.match(text, /^# How long a run takes depends on a data file, so the time limit below is a guess\./m)
    assert.match(text, /--array=0-9\n/)
  })
})

describe('a job file for Kubernetes', function () {
  this.timeout(120_000)
  const folder = new SweepFolder()
  const jobsIn = (text: string): Job[] => parseAllDocuments(text).map(document => document.toJS() as Job)

  it('fits the schema of Kubernetes, whatever the names', async () => {
    await folder.fill(HOSTILE_FOLDER, `${HOSTILE_FOLDER}.gradnb`)
    const hostile = await folder.emit('kubernetes', '--shards', '4', '--image', 'registry.example.org/a/b:1.2')
    await folder.fill('lesson')
    const plain = await folder.emit('kubernetes', '--workers', '2')
    assert.deepEqual(await manifestProblems([...jobsIn(hostile), ...jobsIn(plain)]), [])
    assert.equal(jobsIn(hostile)[0]!.spec.template.spec.containers[0]!.image, 'registry.example.org/a/b:1.2')
  })

  it('is told of by the schema where it does not fit', async () => {
    await folder.fill('lesson')
    const [job] = jobsIn(await folder.emit('kubernetes'))
    const changed = (more: object) => ({ ...job!, spec: { ...job!.spec, ...more } }) as Job
    const problems = (await manifestProblems([changed({ completions: 'four' }), changed({ paralellism: 2 })])).join(
      '\n'
    )
    assert.match(problems, /completions must be integer/)
    assert.match(problems, /paralellism.* does not exist/)
  })

  it('has an index a task, and a merge that waits until it is told to begin', async () => {
    await folder.fill('lesson')
    const [tasks, merge, ...others] = jobsIn(await folder.emit('kubernetes', '--shards', '4'))
    assert.equal(others.length, 0)
    const { completionMode, completions, parallelism } = tasks!.spec
    assert.deepEqual(
      { completionMode, completions, parallelism },
      { completionMode: 'Indexed', completions: 4, parallelism: 4 }
    )
    assert.deepEqual([tasks!.metadata.name, merge!.metadata.name], ['gradnb-n-rates', 'gradnb-n-rates-merge'])
    assert.equal(merge!.spec.suspend, true)
  })

  it('does the tasks and merges them to the same bytes, in the folder of the notebook', async () => {
    await folder.fill(HOSTILE_FOLDER, `${HOSTILE_FOLDER}.gradnb`, 'räte_漢字')
    const [tasks, merge] = jobsIn(await folder.emit('kubernetes', '--shards', '3', ...HERE))
    const run = ({ spec: { template } }: Job, environment: Record<string, string>) => {
      const { command, env = [] } = template.spec.containers[0]!
      const all = { ...environment, ...Object.fromEntries(env.map(({ name, value }) => [name, value])) }
      const [program, ...args] = command.map(word => expanded(word, all))
      return execute(program!, args, { cwd: path.dirname(folder.notebook), env: { ...process.env, ...all } })
    }
    for (const index of ['1', '2', '0']) await run(tasks!, { JOB_COMPLETION_INDEX: index })
    await run(merge!, {})
    assert.ok(await folder.isMerged())
  })

  it('is refused where the results would not be on the volume', async () => {
    await folder.fill('lesson')
    const args = ['sweep', folder.notebook, '--emit', 'kubernetes', '--out', folder.file('elsewhere')]
    const { status, stdout, stderr } = await gradnb(args)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /elsewhere: a task on Kubernetes sees only the volume/)
  })
})

describe('a job file for Snakemake', function () {
  this.timeout(300_000)
  const folder = new SweepFolder()
  const snakemake = async (...args: string[]) => {
    const options = { cwd: folder.path, env: { ...process.env, XDG_CACHE_HOME: folder.file('cache') } }
    const { stderr } = await execute('snakemake', ['-s', folder.file('job.smk'), '-j2', ...args], options)
    return stderr
  }

  itWith('snakemake', 'does the tasks and merges them to the same bytes, whatever the names', async () => {
    await folder.fill(HOSTILE_FOLDER, `${HOSTILE_FOLDER}.gradnb`, 'räte_漢字')
    await writeFile(folder.file('job.smk'), await folder.emit('snakemake', '--shards', '3', ...HERE))
    await snakemake()
    assert.ok(await folder.isMerged())
    assert.match(await snakemake(), /Nothing to be done/)
  })

  itWith(
    'snakemake',
    'keeps the notebook and the runs that are done where a task fails, and goes on from there',
    async () => {
      await folder.fill('lesson')
      const out = path.join(path.dirname(folder.notebook), 'runs')
      const before = await readFile(folder.notebook)
      const fails = `case "$*" in *1/2) [ ! -e ${folder.file('broken')} ] || exit 1;; esac`
      await writeFile(folder.file('start.sh'), `${fails}\n${HERE[1]} "$@"\n`)
      const command = ['--command', `bash ${folder.file('start.sh')}`]
      await writeFile(folder.file('job.smk'), await folder.emit('snakemake', '--shards', '2', ...command))
      await writeFile(folder.file('broken'), '')
      await assert.rejects(snakemake('--keep-going'))
      assert.deepEqual(await readFile(folder.notebook), before)
      const lines = await readFile(path.join(out, 'rates.0-of-2.jsonl'))
      await rm(folder.file('broken'))
      await snakemake()
      assert.deepEqual(await readFile(path.join(out, 'rates.0-of-2.jsonl')), lines)
      assert.ok(await folder.isMerged())
    }
  )

  itWith('snakemake', 'does what has changed after it was written anew for an edited cell', async () => {
    await folder.fill('lesson')
    await writeFile(folder.file('job.smk'), await folder.emit('snakemake', '--shards', '2', ...HERE))
    await snakemake()
    await folder.fill('lesson2', 'n.gradnb', 'rates', 'epochs: 1\nseeds: 3')
    await copyFile(folder.notebook, folder.file('lesson/n.gradnb'))
    folder.notebook = folder.file('lesson/n.gradnb')
    await writeFile(folder.file('job.smk'), await folder.emit('snakemake', '--shards', '2', ...HERE))
    await snakemake()
    assert.ok(await folder.isMerged())
  })
})

describe('gradnb sweep --emit', function () {
  this.timeout(180_000)
  const folder = new SweepFolder()

  it('starts the Node.js and the gradnb that wrote the file, or what --command says', async () => {
    await folder.fill('lesson')
    const self = `  ${process.execPath} ${path.resolve('dist/cli.js')} "$@"\n`
    assert.ok((await folder.emit('slurm')).includes(self))
    assert.ok((await folder.emit('slurm', '--command', 'srun npx gradnb')).includes('\n  srun npx gradnb "$@"\n'))
    assert.match(await folder.emit('kubernetes'), /command:\n +- "gradnb"\n +- "sweep"\n/)
    assert.match(await folder.emit('kubernetes', '--command', 'npx gradnb'), /- "npx"\n +- "gradnb"\n +- "sweep"\n/)
  })

  it('refuses what it cannot do with a sentence, and prints nothing then', async () => {
    await folder.fill('lesson')
    await folder.write('s.yaml', 'seeds: 3')
    await folder.write('two.gradnb', notebook(cell('a', 'name: a\nseeds: 2'), cell('b', 'name: b\nseeds: 2')))
    const refused = async (args: string[], sentence: RegExp) => {
      const { status, stdout, stderr } = await gradnb(['sweep', ...args])
      assert.deepEqual([status, stdout], [2, ''])
      assert.match(stderr, sentence)
    }
    const shard = ['--shard', '0/2', '--out', folder.file('out')]
    await refused([folder.notebook], /say one thing to do with the runs: --shard .*--emit/)
    await refused([folder.notebook, '--emit', 'slurm', ...shard], /say one thing to do with the runs/)
    await refused([folder.notebook, '--shard', '0/2'], /say with --out in which folder/)
    await refused([folder.notebook, '--emit', 'sge'], /Allowed choices are slurm, kubernetes, snakemake/)
    await refused([folder.notebook, '--emit', 'slurm', '--shards', '0'], /whole number from 1 to 100000/)
    await refused([folder.notebook, '--emit', 'slurm', '--command', ' '], /is empty/)
    await refused([folder.notebook, '--emit', 'slurm', '--command', 'a\nb'], /on one line/)
    await refused([folder.notebook, '--emit', 'slurm', '--out', ''], /say with --out in which folder/)
    await refused([folder.notebook, '--emit', 'kubernetes', '--image', ' '], /the name of the image is empty/)
    await refused(
      [folder.notebook, '--emit', 'kubernetes', '--command', '$GRADNB'],
      /a container starts gradnb without a shell/
    )
    await refused([folder.file('s.yaml'), '--emit', 'slurm'], /takes no outputs/)
    await refused(
      [folder.file('two.gradnb'), '--emit', 'slurm'],
      /several cells make many runs; choose one with --cell: a, b/
    )
  })
})
