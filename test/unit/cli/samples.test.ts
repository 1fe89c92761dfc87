import assert from 'node:assert/strict'
import { cp, readFile, stat } from 'node:fs/promises'
import { gradnb, TestFolder } from './gradnb'

/** Of a page that does not run, bytes: prose, cells and all figures. */
const MOST_OF_STATIC_PAGE = 300_000

async function checkStaticPage(notebook: string): Promise<void> {
  const page = `${notebook}.html`
  const { status, stderr } = await gradnb(['export', notebook, '--to', 'html', '--static', '--out', page])
  assert.deepEqual([status, stderr], [0, ''])
  const { size } = await stat(page)
  assert.ok(size < MOST_OF_STATIC_PAGE, `${page} has ${size} bytes; a static page may have ${MOST_OF_STATIC_PAGE}`)
}

describe('gradnb run and verify', () => {
  const folder = new TestFolder()

  for (const [sample, runs] of [
    ['first-steps', 3],
    ['vanishing-and-exploding', 8],
    ['activations', 7],
    ['your-own-data', 2],
    ['deep-nets', 4]
  ] as const)
    it(`runs every cell of the sample ${sample}, and finds the same again`, async () => {
      await cp('media/samples', folder.path, { recursive: true })
      const file = folder.file(`${sample}.gradnb`)
      const run = await gradnb(['run', file, '--json'])
      assert.deepEqual([run.status, run.stderr], [0, ''])
      assert.equal(run.stdout.trimEnd().split('\n').length, runs)
      const verified = await gradnb(['verify', file])
      assert.deepEqual([verified.status, verified.stderr], [0, ''])
      assert.equal(verified.stdout.trimEnd().split('\n').at(-1), `${file}: ${runs} cells, all the same`)
      await checkStaticPage(file)
    }).timeout(240_000)

  for (const [sample, runs] of [
    ['initialization', 120 + 5],
    ['learning-rate-and-depth', 105 + 60]
  ] as const)
    it(`does every run of the sample ${sample}, with the same bytes on one worker and on two`, async () => {
      const files = await Promise.all(
        ['1', '2'].map(async workers => {
          const file = folder.file(`${sample}-${workers}.gradnb`)
          await cp(`media/samples/${sample}.gradnb`, file)
          const { status, stderr, stdout } = await gradnb(['run', file, '--json', '--workers', workers])
          assert.deepEqual([status, stderr], [0, ''])
          assert.equal(stdout.trimEnd().split('\n').length, runs)
          await checkStaticPage(file)
          return readFile(file)
        })
      )
      assert.ok(files[0]!.equals(files[1]!))
    }).timeout(240_000)
})
