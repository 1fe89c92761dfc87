import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { DEFAULT_LIMITS } from '../../src/experiment'
import { savesOutputs, tellWrongSettings, userLimits } from '../../src/extension/settings'
import { until } from './support'

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('gradnb').update(name, value, vscode.ConfigurationTarget.Global)

describe('settings', () => {
  afterEach(async () => {
    for (const name of ['limits.samples', 'limits.epochs', 'notebook.saveOutputs']) await set(name, undefined)
  })

  it('of a wrong kind count as their defaults', async () => {
    for (const value of ['many', null, -1, 0, 1.5, true, [5], { a: 1 }]) {
      await set('limits.samples', value)
      assert.deepEqual(userLimits(), DEFAULT_LIMITS, JSON.stringify(value))
    }
    for (const value of ['no', null, 0, []]) {
      await set('notebook.saveOutputs', value)
      assert.equal(savesOutputs(), true, JSON.stringify(value))
    }
  })

  it('of the right kind count as they are', async () => {
    await set('limits.samples', 12)
    await set('notebook.saveOutputs', false)
    assert.equal(userLimits().samples, 12)
    assert.equal(savesOutputs(), false)
  })

  it('that are wrong are said once each, and again when they change', async () => {
    const told: string[] = []
    await set('limits.samples', 'many\u001b')
    const telling = tellWrongSettings(sentence => told.push(sentence))
    await set('limits.epochs', 5)
    await set('notebook.saveOutputs', null)
    await set('limits.samples', -3)
    await until(() => told.length === 3, 'three sentences')
    telling.dispose()
    assert.deepEqual(told, [
      'The setting gradnb.limits.samples is "many\\u001b", but must be a whole number of at least 1. It counts as 1,000,000.',
      'The setting gradnb.notebook.saveOutputs is null, but must be true or false. It counts as true.',
      'The setting gradnb.limits.samples is -3, but must be a whole number of at least 1. It counts as 1,000,000.'
    ])
  })
})
