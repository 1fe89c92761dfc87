import { unzipSync } from 'fflate'
import assert from 'node:assert/strict'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { freshClone, runIn } from './freshClone'

describe('the extension that vsce package makes of a clone, without a flag', function () {
  this.timeout(300_000)
  let clone = ''
  let files: Record<string, Uint8Array>
  let bytes: Uint8Array
  const textOf = (name: string) => new TextDecoder().decode(files[`extension/${name}`])

  before(async () => {
    clone = await freshClone()
    await runIn(clone, path.resolve('node_modules/.bin/vsce'), ['package'])
    const [vsix] = (await readdir(clone)).filter(name => name.endsWith('.vsix'))
    bytes = await readFile(path.join(clone, vsix!))
    files = unzipSync(bytes)
  })
  after(() => rm(clone, { recursive: true }))

  const namesIn = (folder: string) =>
    Object.keys(files)
      .filter(name => name.startsWith(`extension/${folder}`))
      .map(name => name.slice(`extension/${folder}`.length))
      .sort()

  it('holds its bundles, with the notices of what is in them, and neither maps nor the command line', () => {
    assert.deepEqual(namesIn('dist/'), [
      'ThirdPartyNotices.txt',
      'extension.node.js',
      'extension.web.js',
      'page.js',
      'queue.js',
      'renderer.js',
      'sharing.js',
      'worker.node.js',
      'worker.web.js'
    ])
  })

  it('holds of the media what it shows, and no picture of its page', async () => {
    const shown = ['datasets', 'icons', 'l10n', 'sample-pictures', 'samples', 'walkthrough']
    const within = await Promise.all(
      shown.map(async folder => (await readdir(`media/${folder}`)).map(name => `${folder}/${name}`))
    )
    const grammars = (await readdir('media')).filter(name => name.endsWith('.json'))
    assert.deepEqual(namesIn('media/'), [...within.flat(), ...grammars, 'docs/RULES.md', 'icon.png'].sort())
  })

  it('holds, beside these, its manifest, its words, its page, its history and its licence', () => {
    const others = namesIn('').filter(name => !/^(dist|media)\//.test(name))
    assert.deepEqual(others, [
      'LICENSE.txt',
      'changelog.md',
      'package.json',
      'package.nls.de.json',
      'package.nls.json',
      'readme.md'
    ])
    assert.ok(bytes.length < 3_400_000, `${bytes.length} bytes`)
  })

  it('holds each file that its manifest names', () => {
    const paths = JSON.stringify(JSON.parse(textOf('package.json'))).match(/"(\.\/)?(media|dist)\/[^"]+\.\w+"/g)!
    assert.ok(paths.length > 20)
    for (const named of paths) {
      const name = JSON.parse(named).replace('./', '')
      if (name !== 'dist/cli.js') assert.ok(files[`extension/${name}`], name)
    }
  })

  it('has a page whose pictures and links lead to the project from anywhere', () => {
    const page = textOf('readme.md')
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!)
    assert.ok(links.some(link => link.startsWith('https://github.com/gradnb/gradnb/raw/HEAD/media/pictures/')))
    for (const link of links) assert.match(link, /^(https:|#)/)
    assert.doesNotMatch(page, /<(img|source|picture)\b/)
  })
})
