import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { LOADER, LOADER_DIGEST } from '../../../src/sharing/html/loader'
import type { Programs } from '../../../src/sharing'
import { recordOf, vanishing } from '../renderer/records'
import { experiment, exported, failed, prose, recordOutput, textOf } from './notebooks'
import { COMPARE, SWEEP } from './sampleCells'

const HOSTILE = '</script></style></pre></textarea><img src=x onerror=alert(1)>" onload="alert(2)&lt;'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const programs: Programs = { page: ['export ', 'page'], renderer: ['export ', 'renderer'], worker: ['worker'] }

const page = async (...cells: Parameters<typeof exported>[0][number][]): Promise<string> =>
  textOf((await exported(cells, { format: 'html', file: 'x.html', programs }))[0]!)

const block = (html: string, id: string): string =>
  inflateRawSync(Buffer.from(html.match(new RegExp(`id="${id}">([\\w+/=]+)<`))![1]!, 'base64')).toString()

describe('a notebook as a page', () => {
  it('has prose, cells, the verdict and figures before it runs', async () => {
    const html = await page(
      prose('# A & B\n\nSome *words*.'),
      experiment('epochs: 9', 'a', recordOutput(vanishing(4, 9)))
    )
    for (const part of [
      '<title>A &#38; B</title>',
      '<em>words</em>',
      '<code>epochs: 9</code>',
      '<strong>Vanishing: ',
      '<svg '
    ])
      assert.ok(html.includes(part), part)
    assert.match(html, /role="img" aria-label="Gradient heatmap of 5 layers/)
  })

  it('lets nothing in from outside, and runs only what it knows by its digest or made itself', async () => {
    const policy = (html: string) => html.match(/Content-Security-Policy" content="([^"]*)"/)![1]!
    assert.match(
      policy(await page()),
      /^default-src 'none'; .*script-src 'sha256-[\w+/=]+' blob: 'unsafe-eval' 'wasm-unsafe-eval'; worker-src blob:$/
    )
    assert.doesNotMatch(policy(await page()), /https?:|\*|script-src[^;]*'unsafe-inline'|connect-src/)
    assert.equal(LOADER_DIGEST, `sha256-${createHash('sha256').update(LOADER).digest('base64')}`)
    const still = textOf((await exported([], { format: 'html', file: 'x.html', runs: false, programs }))[0]!)
    assert.doesNotMatch(policy(still), /script|blob:|worker/)
    assert.doesNotMatch(still, /<script/)
  })

  it('holds the notebook, what its cells read and its programs', async () => {
    const files = {
      1: { 'a.csv': bytes('x,y\n1,2\n') },
      2: { 'a.csv': bytes('x,y\n1,2\n') },
      3: 'c.csv cannot be read'
    }
    const cells = [experiment('epochs: 1', 'a')]
    const [file] = await exported(cells, { format: 'html', file: 'x.html', files, programs })
    const html = textOf(file!)
    assert.deepEqual(JSON.parse(block(html, 'gradnb-notebook')).cells[0].source, ['epochs: 1'])
    const found = JSON.parse(block(html, 'gradnb-files'))
    assert.deepEqual(found.cells, { 1: { 'a.csv': 0 }, 2: { 'a.csv': 0 } })
    assert.equal(Buffer.from(found.contents[0], 'base64').toString(), 'x,y\n1,2\n')
    assert.deepEqual(JSON.parse(block(html, 'gradnb-programs')), {
      pieces: ['export ', 'page', 'renderer', 'worker'],
      page: [0, 1],
      renderer: [0, 2],
      worker: [3]
    })
  })

  it('lets no prose, cell, name or error become markup', async () => {
    const record = recordOf({ name: HOSTILE, hidden: [3], activation: 'tanh', epochs: 2 })
    const html = await page(
      prose(`# ${HOSTILE}\n\n[link](javascript:alert(3)) <b>x</b>`),
      experiment(HOSTILE, 'a', recordOutput(record), failed(HOSTILE))
    )
    const shown = html
      .replace(/<script type="text\/plain"[^]*$/, '')
      .replace(/<[^>]*>/g, tag => tag.replace(/"[^"]*"/g, '""'))
    assert.doesNotMatch(shown, /<(?:script|img|b|textarea)\b|<[^>]* on\w+=|href="javascript:/)
  })

  it('sets formulas, and tells of one that cannot be read where it stands', async () => {
    const html = await page(
      prose('# T\n\nSo $\\delta_1 \\approx 10^{-5.6}$ for $2 or $3.\n\n$$\n\\frac{1}{2}\n$$\n\n$\\frac{$')
    )
    assert.match(
      html,
      /<math xmlns="http:\/\/www.w3.org\/1998\/Math\/MathML"><semantics>.*<msub><mi>δ<\/mi><mn>1<\/mn><\/msub>/
    )
    assert.match(html, /<math [^>]*display="block"><semantics><mrow><mfrac>/)
    assert.match(html, / for \$2 or \$3\./)
    assert.match(html, /<span class="katex-error"[^>]*>/)
    assert.doesNotMatch(html, /class="katex-html"/)
  })

  it('lets no formula become a link, a script or a page without end', async () => {
    const formulas = [
      '\\href{javascript:alert(1)}{x}',
      '\\includegraphics{http://a.b/c.png}',
      '\\htmlData{a=b}{x}',
      '\\text{<img src=x onerror=alert(1)>}',
      `\\def\\a{\\b\\b}\\def\\b{\\a\\a}\\a`,
      '\\rule{99999em}{99999em}'
    ]
    const html = await page(prose(formulas.map(formula => `$${formula}$`).join('\n\n')))
    const shown = html.slice(html.indexOf('<main>'), html.indexOf('</main>'))
    assert.doesNotMatch(shown, /<a |<img|<script|href=|src="/)
    assert.ok(shown.length < 20_000, String(shown.length))
  })

  it('is called as its first heading reads, and as no line of code', async () => {
    const titled = async (...sources: string[]) =>
      (await page(...sources.map((source, i) => prose(source, `p${i}`)))).match(/<title>(.*)<\/title>/)![1]
    assert.equal(await titled('```\n# code\n```', '## A *b* `c` $d$ [e](f)\n\ng'), 'A b c d e')
    assert.equal(await titled('Setext\n==='), 'Setext')
    assert.equal(await titled('#nothing', '    # code'), 'x')
  })

  it('has prose as VS Code shows it: links, line breaks, and no comments', async () => {
    const html = await page(
      prose('a<!-- *n* -->b\n\n<!-- note\n\nmore --> x\n\n| a |\n|---|\n| 1<br>2<br/>3 |\n\nhttp://a.org/ b.py'),
      prose('`<!-- code -->` 1 <!-- 2\n\n    <!-- code too -->', 'b')
    )
    const shown = html.slice(html.indexOf('<main>'), html.indexOf('</main>'))
    assert.doesNotMatch(shown, /note|more|\*n\*|<!--/)
    assert.match(shown, /<p>ab<\/p>/)
    assert.match(shown, /<td>1<br>\n2<br>\n3<\/td>/)
    assert.match(shown, /<a href="http:\/\/a\.org\/">http:\/\/a\.org\/<\/a> b\.py</)
    assert.match(shown, /<code>&lt;!-- code --&gt;<\/code> 1 &lt;!-- 2/)
    assert.match(shown, /<pre><code>&lt;!-- code too --&gt;/)
  })

  it('has pictures that stand in its prose, and links to all others', async () => {
    const html = await page(prose('![a *b*](data:image/png;base64,AA== "t") ![c "d"](pic.png) ![](http://x.org/y.png)'))
    assert.match(html, /<img src="data:image\/png;base64,AA==" alt="a b" title="t">/)
    assert.match(html, /<a href="pic\.png">image: c &#34;d&#34;<\/a>/)
    assert.match(html, /<a href="http:\/\/x\.org\/y\.png">image: http:\/\/x\.org\/y\.png<\/a>/)
  })

  it('shows every colour of its figures in one for a dark page', async () => {
    const html = textOf((await exported([SWEEP, COMPARE], { format: 'html', file: 'x.html', runs: false }))[0]!)
    const drawn = [...html.matchAll(/<(?:path|line|text|circle) [^>]*(?:stroke|fill)="(#[\da-f]{6})"/g)].map(
      found => found[1]!
    )
    assert.ok(drawn.includes('#0066a6'), 'a curve')
    for (const color of new Set(drawn)) {
      const known = html.includes(`.picture [stroke="${color}"] { stroke: `)
      assert.ok(known, `${color} is not in the page's style`)
    }
  })

  it('gives the same bytes every time', async () => {
    const cells = [experiment('epochs: 9', 'a', recordOutput(vanishing(4, 9)))]
    assert.ok((await page(...cells)) === (await page(...cells)))
  })
})
