import { CHUNK, MOST_ITEMS, Phase, Run, Team } from '../fields'
import { backwardChunk } from './backward'
import { forwardChunk } from './forward'
import { address, word } from './inline/access'
import { learnPanels, updatePanels } from './learn'
import { lossChunk } from './loss'
import { layerAt, panelCount } from './tables'

/*
 * A phase is a number of items that do not depend on each other. Whoever is free takes the next one: the ticket, one 64-bit word,
 * holds the phase's number, its items and the next of them, so that taking an item is one compare-and-exchange, and a thread that
 * slept through a phase cannot take from a later one what it does not know. Which thread computes an item decides no bit of it.
 */

/** Looks at a word before a thread goes to sleep, which takes longer to end than most phases: about a quarter of a millisecond. */
const LOOKS = 262144

/** A helper that was forgotten looks around once a second (nanoseconds). */
const NAP: i64 = 1000000000

/** Does all items of the next phase of `kind` with the help of whoever is there; the caller is worker 0. */
export function share(run: usize, kind: i32, items: i32): void {
  const team = address(run, Run.team)
  const last = atomic.load<i32>(at(team, Team.phase))
  const number = (last & -Phase.kinds) + Phase.kinds + kind
  atomic.store<i32>(at(team, Team.done), 0)
  atomic.store<i64>(team, ((<i64>number) << 32) | ((<i64>items) << 16))
  atomic.notify(at(team, Team.phase))
  work(run, 0)
  waitForAll(team, items)
}

/** Takes items, as many as are its due, until none is left; the number of the phase that is over. */
function work(run: usize, worker: i32): i32 {
  const team = address(run, Run.team)
  let ticket = atomic.load<i64>(team)
  while (nextOf(ticket) < itemsOf(ticket)) {
    const from = nextOf(ticket)
    const taken = portion(team, itemsOf(ticket) - from)
    if (atomic.cmpxchg<i64>(team, ticket, ticket + <i64>taken) == ticket) {
      doItems(run, phaseOf(ticket) & (Phase.kinds - 1), from, from + taken, worker)
      finished(team, itemsOf(ticket), taken, worker)
    }
    ticket = atomic.load<i64>(team)
  }
  return phaseOf(ticket)
}

/**
 * How many of the items that are left a worker takes: half of its even share (guided self-scheduling, Polychronopoulos & Kuck 1987).
 * Many at first, as a word that another core wrote last takes a quarter of a microsecond to read; few at the end, so that all
 * finish together.
 */
function portion(team: usize, left: i32): i32 {
  const halves = 2 * word(team, Team.workers)
  return (left + halves - 1) / halves
}

function nextOf(ticket: i64): i32 {
  return (<i32>ticket) & MOST_ITEMS
}

function itemsOf(ticket: i64): i32 {
  return (<i32>(ticket >> 16)) & MOST_ITEMS
}

function phaseOf(ticket: i64): i32 {
  return <i32>(ticket >> 32)
}

function finished(team: usize, items: i32, count: i32, worker: i32): void {
  if (worker > 0) atomic.add<i32>(at(team, Team.helped), count)
  if (atomic.add<i32>(at(team, Team.done), count) + count == items) atomic.notify(at(team, Team.done))
}

function waitForAll(team: usize, items: i32): void {
  for (let looks = 0; ; looks++) {
    const done = atomic.load<i32>(at(team, Team.done))
    if (done == items) return
    if (looks >= LOOKS) atomic.wait<i32>(at(team, Team.done), done, NAP)
  }
}

function doItems(run: usize, kind: i32, from: i32, to: i32, worker: i32): void {
  if (kind == Phase.samples) for (let i = from; i < to; i++) throughLayers(run, i)
  else doPanels(run, kind, from, to, worker)
}

/** Panels from … to - 1, counted through all layers; of some layers none. */
function doPanels(run: usize, kind: i32, from: i32, to: i32, worker: i32): void {
  for (let l = 0, first = 0; first < to; l++) {
    const layer = layerAt(run, l)
    const panels = panelCount(layer)
    const start = max(from - first, 0)
    const end = min(to - first, panels)
    if (kind == Phase.learn) learnPanels(run, layer, start, end, worker)
    else updatePanels(run, layer, start, end)
    first += panels
  }
}

/** Forward, loss and backward of one chunk. */
function throughLayers(run: usize, index: i32): void {
  const samples = min(CHUNK, word(run, Run.count) - index * CHUNK)
  const last = word(run, Run.layerCount) - 1
  for (let l = 0; l <= last; l++) forwardChunk(run, layerAt(run, l), index, samples)
  lossChunk(run, layerAt(run, last), index, samples)
  for (let l = last - 1; l >= 0; l--) backwardChunk(run, layerAt(run, l), index, samples)
}

/** A helper's life, one phase a call: works, then waits for the next phase. False when the helpers are to leave. */
export function help(run: usize, worker: i32): bool {
  const team = address(run, Run.team)
  const number = work(run, worker)
  const phase = at(team, Team.phase)
  for (let looks = 0; looks < LOOKS; looks++) if (atomic.load<i32>(phase) != number) return staying(team)
  atomic.wait<i32>(phase, number, NAP)
  return staying(team)
}

function staying(team: usize): bool {
  return atomic.load<i32>(at(team, Team.over)) == 0
}

/** Sends the helpers away. */
export function dismiss(run: usize): void {
  const team = address(run, Run.team)
  atomic.store<i32>(at(team, Team.over), 1)
  atomic.notify(at(team, Team.phase))
}

function at(team: usize, index: i32): usize {
  return team + ((<usize>index) << 2)
}
