import { createTransport } from 'nodemailer'
import { NamedError } from '../common/errors.ts'

/**
 * The mail server (smtp:// or smtps:// with user and password), the sender, the recipients of morning
 * notices, and the domains that are allowed for personal notices.
 */
export interface MailSettings {
  url: string
  from: string
  to: readonly string[]
  domains: readonly string[]
}

/** A mail in plain text. */
interface Mail {
  subject: string
  text: string
}

/** Sends a mail to all recipients. Errors: mail-failed. */
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
