import assert from 'node:assert/strict'
import { fuzzBytes, fuzzTexts } from './fuzz'

describe('fuzzing', () => {
  const material = { corpus: ['name: a\nlist: [1, 2]', 'x: {y: z}'], tokens: ['key: ', '- '], seed: 1 }

  it('gives the same inputs for the same seed, hardly any of them twice', async () => {
    const made = async () => {
      const inputs: string[] = []
      await fuzzTexts({ ...material, runs: 500 }, input => void inputs.push(input))
      return inputs
    }
    const inputs = await made()
    assert.deepEqual(await made(), inputs)
    assert.ok(new Set(inputs).size > 400, `${new Set(inputs).size} different ones`)
  })

  it('keeps inputs near the length that was asked for', async () => {
    await fuzzTexts({ ...material, runs: 500, longest: 100 }, input => {
      assert.ok(input.length < 600, String(input.length))
    })
  })

  it('reports the input that failed so that it can be tried again', async () => {
    const corpus = [Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)]
    const check = (input: Uint8Array) => assert.ok(input.includes(5), 'five is gone')
    await assert.rejects(fuzzBytes({ corpus, seed: 2, runs: 100 }, check), ({ message }: Error) => {
      const [, base64] = /Buffer\.from\('(.*)', 'base64'\)$/.exec(message) ?? []
      return (
        /^GRADNB_FUZZ_SEED=\d+, input \d+: AssertionError/.test(message) && !Buffer.from(base64!, 'base64').includes(5)
      )
    })
  })

  it('reports an input that takes too long', async () => {
    const busy = () => {
      const end = process.cpuUsage().user + 12_000
      while (process.cpuUsage().user < end);
    }
    await assert.rejects(fuzzTexts({ ...material, runs: 1, milliseconds: 5 }, busy), /took \d+ ms, more than 5/)
  })
})
