import { createBackend, train } from '../../src/engine'
import { filesOf, parseExperiment, type Files } from '../../src/experiment'
import { plan } from '../../src/plan'
import { RecordBuilder, type RunRecord } from '../../src/record'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Trains what `text` says in this thread, to its end; `data`: the files it names, by their paths. Throws for a cell with problems. */
export function runExperiment(text: string, data: Readonly<Record<string, string>> = {}): RunRecord {
  const parsed = parseExperiment(text)
  if (!parsed.ok) throw new Error(`${parsed.problems.map(({ message }) => message).join('; ')}\n${text}`)
  const shipped = filesOf(parsed.experiment).map(name => [name, readFileSync(path.join('media', 'datasets', name))])
  const named = Object.entries(data).map(([name, content]) => [name, new TextEncoder().encode(content)])
  const { header, task, random } = plan(parsed.experiment, Object.fromEntries([...shipped, ...named]) as Files)
  const builder = new RecordBuilder(header)
  const run = train(task, random, createBackend)
  for (let next = run.next(); next.done !== true; next = run.next()) {
    const news = next.value
    if (news.type === 'column') builder.add(news.column)
    else if (news.type === 'events') builder.setEvents(news.events)
    else if (news.type === 'kept steps') builder.addSteps(news.steps)
    else if (news.type === 'distribution') builder.addDistribution(news.distribution)
    else if (news.type === 'outcome') builder.addOutcome(news.outcome)
  }
  return builder.record
}

/** The same of a cell's keys: JSON is YAML. */
export const runCell = (cell: object, files: Readonly<Record<string, string>> = {}): RunRecord =>
  runExperiment(JSON.stringify(cell), files)
