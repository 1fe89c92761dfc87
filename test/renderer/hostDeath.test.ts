import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { hostNames, type HostName } from '../workbench/hosts'

const script = path.resolve('dist/test/workbench/hostTests.main.js')
const tests = path.resolve('dist/test/workbench/dyingTests.main.js')

const hostTests = (version: HostName): Promise<{ status: number | null; told: string }> =>
  new Promise(resolve => {
    const child = execFile(process.execPath, [script, '--version', version, '--tests', tests], (_, stdout, stderr) =>
      resolve({ status: child.exitCode, told: stdout + stderr })
    )
  })

describe('host tests whose extension host dies', function () {
  this.timeout(120_000)

  for (const version of hostNames)
    it(`fail in the ${version} VS Code, whatever status the host left with`, async () => {
      const { status, told } = await hostTests(version)
      assert.equal(status, 1, told)
      assert.match(told, /the extension host ended before its tests did/)
    })
})
