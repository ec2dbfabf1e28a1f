import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import type { Message } from './build-message.ts'

/** How handing over went. `reason` holds codes and the server's words without addresses. */
export type Handover =
  | { as: 'sent' }
  /** This letter was not taken now, or not at all. */
  | { as: 'temporary' | 'permanent'; reason: string }
  /** The bytes were given and no answer came: it may have arrived. */
  | { as: 'uncertain'; reason: string }
  /** The server cannot be used at all at the moment; nothing is wrong with the letter. */
  | { as: 'unreachable'; reason: string }

/** One connection that is opened when needed and used for letter after letter. */
export type Carrier = { carry(message: Message): Promise<Handover>; close(): void }

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string }

export async function openSmtp(url: string, timeoutMilliseconds = 60_000): Promise<Carrier> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const { parseConnectionUrl } = await import('nodemailer/lib/shared')
  const { auth, ...options } = parseConnectionUrl(url)
  let open: SMTPConnection | null = null

  const connect = async (): Promise<SMTPConnection> => {
    const timeouts = {
      connectionTimeout: Math.min(15_000, timeoutMilliseconds),
      greetingTimeout: Math.min(15_000, timeoutMilliseconds),
      socketTimeout: timeoutMilliseconds,
    }
    const connection = new Connection({ ...(options as SMTPConnectionOptions), ...timeouts })
    const ended = () => {
      if (open === connection) open = null
    }
    await new Promise<void>((resolve, reject) => {
      connection.on('error', (error: SmtpError) => {
        ended()
        reject(error)
      })
      connection.once('end', () => {
        ended()
        reject(new Error('the server closed the connection'))
      })
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    if (auth !== undefined && connection.allowsAuth) {
      await new Promise<void>((resolve, reject) =>
        connection.login(auth, (error) => (error ? reject(error) : resolve())),
      )
    }
    return connection
  }

  const close = () => {
    open?.quit()
    open = null
  }

  return {
    close,
    carry: async ({ envelope, raw }) => {
      try {
        open ??= await connect()
      } catch (error) {
        return { as: 'unreachable', reason: sayError(error as SmtpError) }
      }
      const connection = open
      let handed = false
      // Read only once the server has asked for the data: whether it was read tells what a broken connection means.
      const source = new Readable({
        read() {
          handed = true
          this.push(raw)
          this.push(null)
        },
      })
      const failure = await new Promise<SmtpError | null>((resolve) =>
        connection.send(envelope, source, (error) => resolve(error as SmtpError | null)),
      )
      if (failure === null) return { as: 'sent' }
      connection.close()
      if (open === connection) open = null
      return judgeFailure(failure, handed)
    },
  }
}

/** What a failed handing over means for the letter and for the queue. */
export function judgeFailure(error: SmtpError, handed: boolean): Handover {
  const reason = sayError(error)
  const { responseCode, command } = error
  if (responseCode === undefined) return { as: handed ? 'uncertain' : 'temporary', reason }
  // The sender is refused, or the server is closing: every other letter would meet the same.
  if (responseCode === 421 || command === 'MAIL FROM') return { as: 'unreachable', reason }
  return { as: responseCode >= 500 ? 'permanent' : 'temporary', reason }
}

function sayError(error: SmtpError): string {
  const said = error.response ?? error.message
  return [error.code, said]
    .filter(Boolean)
    .join(': ')
    .replaceAll(/\S*@\S*/g, '…')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200)
}
