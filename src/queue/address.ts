import { TEXTS } from './texts'

/** Where a queue is, and who asks. */
export interface QueueAddress {
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly database: number
  /** null: Redis's default user */
  readonly username: string | null
  readonly password: string | null
  /** the address as people may see it: without user and password */
  readonly shown: string
}

/** Variables that say where the queue is, and who asks: a password on a command line is seen by everybody on the machine. */
export const QUEUE_VARIABLES = {
  url: 'GRADNB_QUEUE_URL',
  username: 'GRADNB_QUEUE_USERNAME',
  password: 'GRADNB_QUEUE_PASSWORD'
} as const

type Environment = Readonly<Record<string, string | undefined>>

/** What is wrong with an address; the sentence holds nothing of it but its scheme. */
export class AddressProblem extends Error {}

const SCHEMES = ['redis:', 'rediss:']
const MOST_DATABASES = 1_000_000

/** Reads redis://user:password@host:port/database; user and password also from the environment. Throws an `AddressProblem`. */
export function queueAddress(text: string, environment: Environment): QueueAddress {
  const url = parsed(text.trim())
  const { username, password } = QUEUE_VARIABLES
  const tls = url.protocol === 'rediss:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const port = url.port === '' ? 6379 : Number(url.port)
  const database = databaseOf(url)
  return {
    ...{ host, port, tls, database },
    username: decoded(url.username) ?? (environment[username] || null),
    password: decoded(url.password) ?? (environment[password] || null),
    shown: `${url.protocol}//${url.hostname}:${port}${database === 0 ? '' : `/${database}`}`
  }
}

function parsed(text: string): URL {
  const [scheme] = /^[a-z][a-z\d+.-]*:/i.exec(text) ?? []
  if (scheme !== undefined && text.startsWith(`${scheme}//`) && !SCHEMES.includes(scheme.toLowerCase()))
    throw new AddressProblem(TEXTS.otherScheme(`${scheme}//`))
  try {
    const url = new URL(text)
    if (SCHEMES.includes(url.protocol) && url.hostname !== '' && url.search === '' && url.hash === '') return url
  } catch {
    // told below, without what the text holds
  }
  throw new AddressProblem(text.includes('@') ? TEXTS.noLogin : TEXTS.noAddress)
}

function databaseOf({ pathname }: URL): number {
  const number =
    pathname === '' || pathname === '/' ? 0 : /^\/\d{1,6}$/.test(pathname) ? Number(pathname.slice(1)) : NaN
  if (number < MOST_DATABASES) return number
  throw new AddressProblem(pathname.includes('@') ? TEXTS.noLogin : TEXTS.noDatabase)
}

/** One that nobody encoded. */
const BARE_PERCENT = /%(?![\da-f]{2})/gi

/** Null for an empty part. */
function decoded(part: string): string | null {
  try {
    return part === '' ? null : decodeURIComponent(part.replace(BARE_PERCENT, '%25'))
  } catch {
    return part // bytes that are no UTF-8
  }
}
