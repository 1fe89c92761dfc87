import { TEXTS } from '../texts'

/** Codes of a certificate that this machine does not trust. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/

const codeOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? ''

/** Why a queue cannot be used, as a sentence. Of the error only its code and its message are looked at: ioredis's errors hold commands. */
export function problemOf(error: Error, queue: string): string {
  const [code, { message }] = [codeOf(error), error]
  if (code === 'ECONNREFUSED') return TEXTS.refused(queue)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return TEXTS.noHost(queue)
  if (code === 'ETIMEDOUT' && queue.startsWith('rediss:')) return TEXTS.silentTls(queue)
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return TEXTS.silent(queue)
  if (CERTIFICATE.test(code)) return TEXTS.badCertificate(queue, code)
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) return TEXTS.noTls(queue)
  if (/WRONGPASS|invalid password|without any password configured/i.test(message)) return TEXTS.wrongPassword(queue)
  if (/NOAUTH|Authentication required/i.test(message)) return TEXTS.needsPassword(queue)
  if (/^READONLY/.test(message)) return TEXTS.isReplica(queue)
  if (/^OOM/.test(message)) return TEXTS.isFull(queue)
  if (/NOPERM/.test(message)) return TEXTS.forbidden(queue, shortened(message))
  if (/Protocol error|Unexpected|parse/i.test(message)) return TEXTS.noRedis(queue)
  return TEXTS.unreachable(queue, shortened(message))
}

/** Why Redis does not give a database, as a sentence. */
export const databaseProblemOf = (error: Error, queue: string): string =>
  /DB index|SELECT is not allowed/i.test(error.message)
    ? TEXTS.noSuchDatabase(queue, shortened(error.message))
    : problemOf(error, queue)

/** What Redis answers to a command that it does not do; null for an error of the connection, which mends itself. */
export function refusalOf(error: unknown, queue: string): string | null {
  if (!(error instanceof Error) || error.name !== 'ReplyError') return null
  return /NOPERM|NOAUTH|WRONGPASS|^READONLY|^OOM/.test(error.message)
    ? problemOf(error, queue)
    : TEXTS.trouble(queue, shortened(error.message))
}

const LONGEST = 200

const shortened = (text: string): string => text.replace(/\s+/g, ' ').slice(0, LONGEST)
