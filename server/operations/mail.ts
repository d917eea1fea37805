import { createTransport } from 'nodemailer'
import { NamedError } from '../common/errors.ts'

/**
 * A mail server as smtp:// or smtps:// with its user and password, who sends, who is told each morning, and
 * the domains of the addresses that people may give for their own notices.
 */
export interface MailSettings {
  url: string
  from: string
  to: readonly string[]
  domains: readonly string[]
}

/** One mail of plain text: what every mail program on an office network shows. */
interface Mail {
  subject: string
  text: string
}

/** Sends a mail to everyone who is told. Errors: mail-failed. */
export async function sendMail(
  { url, from, to }: Omit<MailSettings, 'domains'>,
  { subject, text }: Mail,
): Promise<void> {
  const transport = createTransport(url)
  try {
    await transport.sendMail({ from, to: [...to], subject, text })
  } catch (cause) {
    throw new NamedError(
      'mail-failed',
      { reason: cause instanceof Error ? cause.message.slice(0, 200) : '-' },
      cause,
    )
  } finally {
    transport.close()
  }
}
