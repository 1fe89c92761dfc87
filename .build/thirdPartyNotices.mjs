// The licences of all packages whose code is in the bundles that ship, as their terms ask for.
import license from 'rollup-plugin-license'
import path from 'node:path'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const RULE = `\n${'-'.repeat(80)}\n\n`

/**
 * Writes `file` with the name, version and licence of every package that esbuild's `metafiles` name, and of `more` packages
 * whose code gets into a bundle by another way. Throws where a package has no licence.
 */
export function writeNotices(metafiles, more, file) {
  const modules = {}
  for (const input of bundled(metafiles)) modules[path.resolve(input)] = { renderedLength: 1 }
  for (const name of more) modules[require.resolve(`${name}/package.json`)] = { renderedLength: 1 }
  const output = { file, template: text }
  // The plugin is rollup's, but asks nothing of it but the names of the modules in a bundle.
  const plugin = license({ thirdParty: { includePrivate: true, multipleVersions: true, output } })
  plugin.renderChunk('', { modules })
  plugin.generateBundle()
}

/** The files of packages with code in an output. */
const bundled = metafiles =>
  metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([input, { bytesInOutput }]) => bytesInOutput > 0 && input.includes('node_modules/'))
    .map(([input]) => input)

const HEAD = 'Gradient Notebook contains code of these packages, each under the licence below its name.'

/** All notices; packages whose texts are the same share one. */
function text(packages) {
  const names = new Map()
  for (const one of packages) names.set(termsOf(one), [...(names.get(termsOf(one)) ?? []), titleOf(one)])
  const blocks = [...names].map(([terms, titles]) => `${titles.sort().join('\n')}\n\n${terms}\n`)
  return [HEAD, ...blocks.sort()].join(RULE)
}

const titleOf = ({ name, version, license }) => `${name} ${version} (${license})`

const termsOf = ({ license, licenseText, noticeText, author }) =>
  [licenseText ?? standardText(license, author), noticeText]
    .filter(part => part)
    .map(part => part.trim().replace(/\r\n?/g, '\n'))
    .join('\n\n')

/** What a package that names its licence, but ships no text of it, means: the text of the SPDX list. Throws if there is none. */
function standardText(license, author) {
  const [id] = String(license).match(/[\w.+-]+/) ?? []
  const { licenseText } = require(`spdx-license-list/licenses/${id}.json`)
  return `${author ? `Copyright (c) ${author.text()}\n\n` : ''}${licenseText}`
}
