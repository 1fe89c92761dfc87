import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { itWith } from '../../workbench/programs'
import { cell, gradnb, notebook, type Ended } from '../cli/gradnb'
import { QueueFolder } from './queueFolder'

const SWEEP = 'name: rates\nepochs: 1\nhidden_layers: [4]\nseeds: 6'
const SECRET = 'hunter2 & ünderscore'

describe('the queue of gradnb sweep and gradnb worker', function () {
  this.timeout(120_000)
  const folder = new QueueFolder()
  const withUser = (url: string, user: string, password = SECRET) =>
    url.replace('://', `://${user}:${encodeURIComponent(password)}@`)

  beforeEach(async () => void (await folder.write('n.gradnb', notebook(cell('aaaa', SWEEP)))))

  /** A sweep by one worker over the queue at `url`; returns what both said. */
  async function swept(url: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const worker = await folder.worker(url, [], env)
    const sweep = await folder.sweep(url, env).ended
    worker.kill('SIGTERM')
    const ended = await worker.ended
    assert.deepEqual([sweep.status, ended.status], [0, 0], sweep.stderr + ended.stderr)
    assert.equal((await folder.lines()).length, 6)
    return JSON.stringify([sweep, ended]) + (await readFile(folder.file('out/rates.0-of-1.jsonl'), 'utf8'))
  }

  /** A sweep and a worker that cannot use the queue say why with one sentence, and no more. */
  async function refused(url: string, sentence: RegExp, env: Readonly<Record<string, string>> = {}): Promise<void> {
    const sweep = await folder.sweep(url, env, 'none').ended
    const worker = await gradnb(['worker', '--queue', url], { env })
    for (const { status, stdout, stderr } of [sweep, worker] satisfies Ended[]) {
      assert.deepEqual([status, stdout], [2, ''], stderr)
      assert.match(stderr, sentence)
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr)
      assert.ok(!stderr.includes('hunter2'), stderr)
    }
  }

  itWith('redis-server', 'takes the password from the address or the environment, and writes it nowhere', async () => {
    const { url } = await folder.redis(['--requirepass', SECRET], { password: SECRET })
    const told = await swept(withUser(url, 'default'))
    const again = await swept(url, { GRADNB_QUEUE_PASSWORD: SECRET })
    for (const text of [told, again]) assert.ok(!/hunter2|ünderscore|%C3/.test(text), text)
  })

  itWith('redis-server', 'is named by GRADNB_QUEUE_URL, too', async () => {
    const { url } = await folder.redis(['--requirepass', SECRET], { password: SECRET })
    const env = { GRADNB_QUEUE_URL: withUser(url, 'default') }
    const worker = folder.start(['worker', '--workers', '1'], env)
    await worker.told('takes runs')
    const args = ['sweep', folder.file('n.gradnb'), '--out', folder.file('out')]
    const { status, stdout } = await gradnb(args, { env })
    assert.equal(status, 0)
    assert.ok(!stdout.includes('hunter2'))
  })

  itWith('redis-server', 'serves a user who may use its keys alone', async () => {
    const server = await folder.redis()
    const rights = ['~gradnb:*', '&*', '+@all', '-@dangerous', '+info']
    await server.asked(redis => redis.acl('SETUSER', 'lab', 'on', `>${SECRET}`, ...rights))
    await swept(withUser(server.url, 'lab'))
  })

  itWith('redis-server', 'says what it refuses: passwords, users without rights', async () => {
    const server = await folder.redis(['--requirepass', SECRET], { password: SECRET })
    await server.asked(redis => redis.acl('SETUSER', 'guest', 'on', `>${SECRET}`, '~other:*', '+@all'))
    await refused(server.url, /127\.0\.0\.1:\d+ needs a password; give it in the address/)
    await refused(withUser(server.url, 'default', 'hunter2wrong'), /does not accept the user and password/)
    await refused(withUser(server.url, 'guest'), /does not let this user do what a queue needs \(NOPERM/)
  })

  itWith('openssl', 'speaks TLS with rediss://, to those alone whose certificate is trusted', async () => {
    const [key, certificate] = [folder.file('key.pem'), folder.file('cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
    const kind = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
    await promisify(execFile)('openssl', [...kind, '-keyout', key, '-out', certificate, ...subject])
    const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', certificate]
    const options = ['--port', '0', '--tls-port', 'PORT', '--tls-auth-clients', 'no', ...files]
    const server = await folder.redis(options, { tls: { ca: await readFile(certificate) } })
    const url = server.url.replace('redis:', 'rediss:')
    await swept(url, { NODE_EXTRA_CA_CERTS: certificate })
    await refused(url, /the certificate of rediss:\S+ is not trusted \(\w+\); name .* NODE_EXTRA_CA_CERTS/)
    await refused(server.url, /cannot be reached|closed the connection at once|is not Redis/)
  })

  it('says that nobody answers, that the host is unknown, or that something else answers', async () => {
    await refused('redis://127.0.0.1:1', /no Redis answers at redis:\/\/127\.0\.0\.1:1; start one there/)
    await refused('redis://gradnb.invalid', /the host of redis:\/\/gradnb\.invalid:6379 cannot be found/)
    const web: Server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1')
    await once(web, 'listening')
    try {
      await refused(`redis://127.0.0.1:${(web.address() as AddressInfo).port}`, /is not Redis; check the port/)
    } finally {
      web.close()
    }
  })

  it('says what is wrong with its address, without telling it', async () => {
    for (const [url, sentence] of [
      ['http://user:hunter2@lab', /begins with redis:\/\/, or with rediss:\/\/ for TLS, and not with http:\/\//],
      ['user:hunter2@lab', /must be like redis:\/\/user:password@host:6379; in a password/],
      [
        'redis://user:hunter2@lab:port',
        /must be like redis:\/\/user:password@host:6379; in a password write \/ as %2F/
      ],
      ['redis://user:hunter2/3@lab', /in a password write \/ as %2F/],
      ['redis://user:hunter2@x/3@lab', /in a password write \/ as %2F/],
      ['redis://user:hunter2#@lab', /in a password write \/ as %2F/],
      ['unix:///run/hunter2.sock', /begins with redis:\/\/.* and not with unix:\/\//],
      ['redis://lab?password=hunter2', /must be like redis:\/\/host:6379/],
      ['redis://user:hunter2@lab/first', /only the number of a database may follow the host/]
    ] as const)
      await refused(url, sentence)
  })

  itWith('redis-server', 'takes a password with a bare % in it, and one that Redis does not ask for', async () => {
    const server = await folder.redis()
    const [before, secret] = ['100%& %zz ü', encodeURIComponent('ü')]
    await server.asked(redis => redis.acl('SETUSER', 'lab', 'on', `>${before}`, '~*', '&*', '+@all'))
    await swept(server.url.replace('://', `://lab:100%&%20%zz%20${secret}@`))
    assert.doesNotMatch(await swept(withUser(server.url, '', 'hunter2')), /WARN|password/)
  })

  itWith('redis-server', 'is refused where the database is none of this Redis, or not for this user', async () => {
    const server = await folder.redis()
    await server.asked(redis => redis.acl('SETUSER', 'lab', 'on', `>${SECRET}`, '~gradnb:*', '&*', '+@all', '-select'))
    await swept(`${server.url}/3`)
    await refused(`${server.url}/16`, /:\d+\/16 has no such database \(ERR DB index is out of range\); leave out/)
    await refused(`${withUser(server.url, 'lab')}/3`, /does not let this user do what a queue needs \(NOPERM .*select/)
  })

  itWith('redis-server', 'says that a replica takes no runs, and that its memory is full', async () => {
    // of a Redis that never answers, so that it is never busy with loading what that one holds
    const replica = await folder.redis(['--replicaof', '127.0.0.1', '1', '--appendfilename', 'replica'])
    await refused(
      replica.url,
      /is a read-only replica, which takes no runs; use the address of the Redis that it copies/
    )
    const full = await folder.redis(['--maxmemory', '1', '--appendfilename', 'full'])
    await refused(full.url, /the memory of redis:\S+ is full, so that it takes no more; give Redis more \(maxmemory\)/)
  })

  itWith('redis-server', 'says that it throws runs away when it is full', async () => {
    const { url } = await folder.redis(['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'])
    assert.match(await swept(url), /throws keys away when its memory is full \(maxmemory-policy allkeys-lru\)/)
  })

  itWith('redis-server', 'may go and come back: both sides say so, and go on', async () => {
    const server = await folder.redis()
    const worker = await folder.worker(server.url)
    await folder.write('n.gradnb', notebook(cell('aaaa', `${SWEEP}00`)))
    const sweep = folder.sweep(server.url)
    await folder.hasLine()
    await server.kill()
    for (const one of [sweep, worker]) await one.complained(`the connection to ${server.url} is lost`)
    await server.start()
    for (const one of [sweep, worker]) await one.complained(`${server.url} answers again`)
    assert.equal((await sweep.ended).status, 0)
    assert.equal((await folder.lines()).length, 600)
  })
})
