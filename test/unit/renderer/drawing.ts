import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Vega from 'vega'
import type * as VegaLite from 'vega-lite'

/**
 * Loads an ES module package as Node does: Vega's modules for Node await at their top, which no CommonJS bundle can.
 */
function load<Package>(name: string): Promise<Package> {
  const file = createRequire(join(process.cwd(), 'package.json')).resolve(name)
  return import(pathToFileURL(file).href) as Promise<Package>
}

/** A view of nothing but these data sets. */
export async function viewOfData(sets: Readonly<Record<string, readonly object[]>>): Promise<Vega.View> {
  const { View, parse } = await load<typeof Vega>('vega')
  const data = Object.entries(sets).map(([name, values]) => ({ name, values: values as object[] }))
  return new View(parse({ data }), { renderer: 'none' })
}

/** Draws a chart without a browser; returns the picture's markup and what Vega-Lite had to complain about. */
export async function draw(
  chart: VegaLite.TopLevelSpec
): Promise<{ readonly svg: string; readonly problems: readonly string[] }> {
  const { compile } = await load<typeof VegaLite>('vega-lite')
  const { View, parse } = await load<typeof Vega>('vega')
  const problems: string[] = []
  const note = (...texts: readonly unknown[]) => {
    problems.push(texts.join(' '))
    return logger
  }
  const logger = { level: () => 2, error: note, warn: note, info: () => logger, debug: () => logger }
  const { spec } = compile(chart, { logger: logger as never })
  const svg = await new View(parse(spec as unknown as Vega.Spec), { renderer: 'none' }).toSVG()
  return { svg, problems }
}
