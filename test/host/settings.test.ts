import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { DEFAULT_LIMITS } from '../../src/experiment'
import { savesOutputs, tellWrongSettings, userLimits } from '../../src/extension/settings'
import { until } from './support'

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('gradnb').update(name, value, vscode.ConfigurationTarget.Global)

describe('settings', () => {
  afterEach(async () => {
    for (const name of ['limits.samples', 'limits.epochs', 'notebook.saveOutputs', 'sweep.queue'])
      await set(name, undefined)
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

  it('tell a queue that cannot be used as soon as it is named, without its password', async () => {
    const told: string[] = []
    await set('sweep.queue', 'http://me:hunter2@lab')
    const telling = tellWrongSettings((sentence, setting) => told.push(`${setting}: ${sentence}`))
    for (const address of ['lab:6379', 'redis://lab/first', ' ', 'redis://lab', 5, 'rediss://me:hunter2@lab'])
      await set('sweep.queue', address)
    await until(() => told.length === 5, 'five sentences')
    telling.dispose()
    const unusable = 'sweep.queue: The setting gradnb.sweep.queue cannot be used: '
    const advice = '. Cells of many runs fail until it is changed or emptied.'
    assert.deepEqual(told, [
      `${unusable}the address of a queue begins with redis://, or with rediss:// for TLS, and not with http://${advice}`,
      `${unusable}the address of the queue must be like redis://host:6379, or rediss://host:6379 for TLS${advice}`,
      `${unusable}in the address of the queue, only the number of a database may follow the host, as in redis://host:6379/0${advice}`,
      'sweep.queue: The setting gradnb.sweep.queue must be the address of a queue in quotes. It counts as empty, so runs stay on this machine.',
      'sweep.queue: The setting gradnb.sweep.queue holds a password, which everybody can read who can read your settings. Better take it out and set GRADNB_QUEUE_PASSWORD in the environment in which VS Code is started.'
    ])
  })

  it('that are wrong are shown with a button that opens them', async () => {
    const { showWarningMessage } = vscode.window
    const asked: unknown[] = []
    Object.assign(vscode.window, {
      showWarningMessage: async (...words: unknown[]) => {
        asked.push(words.slice(1))
        return words[1]
      }
    })
    try {
      await set('limits.epochs', 'many')
      tellWrongSettings().dispose()
      await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Settings', 'the settings')
      assert.deepEqual(asked[0], ['Open Setting'])
    } finally {
      Object.assign(vscode.window, { showWarningMessage })
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    }
  })
})
