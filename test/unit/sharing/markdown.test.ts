import assert from 'node:assert/strict'
import MarkdownIt from 'markdown-it'
import { recordOf, vanishing } from '../renderer/records'
import { experiment, exported, failed, prose, recordOutput, textOf } from './notebooks'

const HOSTILE = '</script><b>*x*</b> [a](javascript:b) ![c](http://d) `e` | $f$ @g &lt; www.h.de \\'

describe('a notebook as Markdown', () => {
  const markdown = { format: 'md', file: 'my net.md' } as const

  it('has prose, cells as code, the verdict, and a picture for each run in a folder beside it', async () => {
    const [page, ...pictures] = await exported(
      [
        prose('# A title\n\nSome *words*.'),
        experiment('name: a/b\nepochs: 9', 'one', recordOutput({ ...vanishing(4, 9), name: 'a/b' })),
        experiment('epochs: 1', 'two')
      ],
      markdown
    )
    const text = textOf(page!)
    assert.equal(page!.path, 'my net.md')
    assert.match(text, /^# A title\n\nSome \*words\*\.\n\n```yaml\nname: a\/b\nepochs: 9\n```\n\na\/b — /)
    assert.match(text, /\n\n\*\*Vanishing:\*\* hidden 1 gets .* decades less signal/)
    assert.match(
      text,
      /\n\n!\[Gradient heatmap of 5 layers .*\]\(my%20net_files\/2-a-b\.svg\)\n\n```yaml\nepochs: 1\n```\n$/
    )
    assert.deepEqual(
      pictures.map(({ path }) => path),
      ['my net_files/2-a-b.svg']
    )
    assert.match(textOf(pictures[0]!), /^<svg .*<\/svg>$/s)
  })

  it('can hold its pictures itself', async () => {
    const files = await exported([experiment('epochs: 9', 'one', recordOutput(vanishing(2, 9)))], {
      ...markdown,
      embed: true
    })
    assert.equal(files.length, 1)
    const [, data] = textOf(files[0]!).match(/\]\(data:image\/svg\+xml;base64,([\w+/=]+)\)/)!
    assert.match(Buffer.from(data!, 'base64').toString(), /^<svg .*<\/svg>$/s)
  })

  it('says what went wrong in a cell, in lines of a quotation', async () => {
    const [page] = await exported([experiment('a: 1', 'one', failed('first *line*\n# second'))], markdown)
    assert.match(textOf(page!), /\n\n> Training failed: first \\\*line\\\*\\\n> \\# second\n$/)
  })

  it('lets no cell swallow what stands below it', async () => {
    const open = [
      '```python\nx = 1',
      '~~~~\n```\n~~~',
      'a\n\n<!-- to do',
      '<script>\nlet x',
      '<pre>\n\nx',
      '<![CDATA[ x',
      '<?php',
      '- a\n  ```\n  b',
      '<!-- a --> b\n\n<!--\n\nc'
    ]
    for (const source of open) {
      const [page] = await exported([prose(source), prose('# Below', 'b')], markdown)
      const tokens = new MarkdownIt({ html: true }).parse(textOf(page!), {})
      assert.ok(
        tokens.some(({ type, tag }) => type === 'heading_open' && tag === 'h1'),
        textOf(page!)
      )
    }
    const [page] = await exported([prose('\n    x = 1\n\n```\ny\n```\n'), prose('<b>*z*</b>', 'b')], markdown)
    assert.equal(textOf(page!), '    x = 1\n\n```\ny\n```\n\n<b>*z*</b>\n')
  })

  it('gives the same bytes every time', async () => {
    const cells = [experiment('epochs: 9', 'one', recordOutput(vanishing(4, 9)))]
    const [first, second] = await Promise.all([exported(cells, markdown), exported(cells, markdown)])
    assert.ok(first.map(textOf).join() === second.map(textOf).join())
  })

  it('lets no name, error or code in it become markup', async () => {
    const record = recordOf({ name: HOSTILE, hidden: [3], activation: 'tanh', epochs: 2 })
    const code = 'a: "```\n````\n"'
    const cells = [experiment(code, 'one', recordOutput(record), failed(`${HOSTILE}\n1. list\n- item`))]
    const [page, picture] = await exported(cells, markdown)
    const html = new MarkdownIt({ html: true, linkify: true }).render(textOf(page!))
    assert.equal(
      html.match(/<pre><code class="language-yaml">([^<]*)<\/code>/)![1],
      `a: &quot;\`\`\`\n\`\`\`\`\n&quot;\n`
    )
    const tags = [...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag)
    assert.deepEqual(tags, ['pre', 'code', 'p', 'p', 'strong', 'p', 'img', 'blockquote', 'p', 'br', 'br'])
    assert.ok(
      html.includes(
        '&lt;/script&gt;&lt;b&gt;*x*&lt;/b&gt; [a](javascript:b) ![c](http://d) `e` | $f$ @g &amp;lt; www.h.de \\'
      )
    )
    assert.doesNotMatch(textOf(picture!), /<script|<b>|javascript:b\)"/)
  })

  it('tells of a damaged output in its place, and draws the others', async () => {
    const broken = { ...recordOutput(vanishing(2, 9)) }
    const cells = [
      experiment('epochs: 9', 'one', { ...broken, items: [{ ...broken.items[0]!, data: { version: 3 } }] }),
      experiment('epochs: 9', 'two', recordOutput(vanishing(2, 9)))
    ]
    const [page, ...pictures] = await exported(cells, markdown)
    assert.match(textOf(page!), /> This output is damaged in the file: /)
    assert.equal(pictures.length, 1)
  })
})
