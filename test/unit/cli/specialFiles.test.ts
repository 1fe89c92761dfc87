import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { parseNotebook } from '../../../src/notebook'
import { gradnb, TestFolder } from './gradnb'

describe('gradnb reads regular files only', function () {
  this.timeout(120_000)
  const { file, write } = new TestFolder()

  /** Makes something of each kind that is not a regular file; gives what it is called, by its name. */
  async function specials(ending: string): Promise<Record<string, string>> {
    await mkdir(file(`folder${ending}`))
    await promisify(execFile)('mkfifo', [file(`pipe${ending}`)])
    await symlink('/dev/zero', file(`device${ending}`))
    return { folder: 'a folder', pipe: 'a named pipe', device: 'a device' }
  }

  it('as the notebook or experiment on its command line', async () => {
    for (const ending of ['.gradnb', '.yaml'])
      for (const [name, kind] of Object.entries(await specials(ending)))
        for (const command of ['run', 'check']) {
          const { status, stderr } = await gradnb([command, file(name + ending)])
          assert.deepEqual([status, stderr], [2, `gradnb: ${file(name + ending)} is ${kind}, not a file\n`])
        }
  })

  it('as the files of a cell, also outside', async () => {
    const cells = (path: string) => [
      `dataset: {csv: ${path}, target: y}`,
      `dataset: {idx: {images: ${path}, labels: ${path}}}`,
      `initializer: {safetensors: ${path}}`
    ]
    for (const [name, kind] of Object.entries(await specials('')))
      for (const source of cells(name)) {
        const yaml = await write('a.yaml', source)
        const [run, check] = [
          await gradnb(['run', '--allow-outside', yaml]),
          await gradnb(['check', '--allow-outside', yaml])
        ]
        assert.deepEqual([run.status, check.status], [1, 1])
        assert.match(run.stderr, new RegExp(`${name} is ${kind}, not a file\n$`))
        assert.equal(
          check.stdout,
          `${yaml}:1:${source.indexOf(name) + 1} unreadable-file ${name} is ${kind}, not a file\n`
        )
      }
  })

  it('and neither sockets nor standard input', async () => {
    const server = createServer().listen(file('socket.yaml'))
    assert.match((await gradnb(['run', file('socket.yaml')])).stderr, /is a socket, not a file/)
    server.close()
    const yaml = await write('a.yaml', 'dataset: {csv: /dev/stdin, target: y}')
    assert.match((await gradnb(['run', '--allow-outside', yaml])).stderr, /\/dev\/stdin is a device, not a file/)
  })

  it('of a size that can be read', async () => {
    const path = await write('n.gradnb', '')
    await truncate(path, 300_000_001)
    const { status, stderr } = await gradnb(['run', path])
    assert.deepEqual([status, stderr], [2, `gradnb: ${path} has 300,000,001 bytes, above the limit of 300,000,000\n`])
  })

  it('and never writes weights over anything else', async () => {
    const yaml = await write('a.yaml', 'epochs: 0')
    for (const name of Object.keys(await specials(''))) {
      const { status, stderr } = await gradnb(['run', yaml, '--weights', file(name)])
      assert.equal(status, 2)
      assert.match(stderr, /cannot be written: it is not a regular file\n$/)
    }
  })

  it('with a byte order mark, with the line ends of Windows, and says what is not UTF-8', async () => {
    assert.equal((await gradnb(['check', await write('bom.yaml', '\ufeffepochs: 1\r\nseed: 2\r\n')])).status, 0)
    const { stdout } = await gradnb(['check', await write('crlf.yaml', 'epochs: 1\r\nsed: 2\r\n')])
    assert.match(stdout, /crlf\.yaml:2:1 unknown-key/)
    const utf16 = await write('utf16.yaml', Buffer.from('\ufeffepochs: 1', 'utf16le'))
    assert.match(
      (await gradnb(['run', utf16])).stderr,
      /utf16\.yaml is not UTF-8 text; save it as UTF-8 in your editor/
    )
    assert.match((await gradnb(['run', await write('empty.yaml', '')])).stderr, /empty\.yaml:1:1 empty-cell/)
  })

  it('and names the copy that an interrupted save left of a damaged notebook', async () => {
    const path = await write('n.gradnb', '{"gradnb": 1, "cel')
    const copy = `${path}.00000000-0000-4000-8000-000000000000.tmp`
    await writeFile(copy, '{"gradnb": 1, "cells": []}\n')
    const { status, stderr } = await gradnb(['run', path])
    assert.equal(status, 2)
    assert.ok(stderr.endsWith(`; ${copy} holds what an interrupted save was to write\n`), stderr)
    assert.equal(parseNotebook(await readFile(copy)).cells.length, 0)
  })
})
