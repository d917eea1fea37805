import type { BackupKeys } from './encryption.ts'
import { Decrypter, Encrypter } from 'age-encryption'
import { NamedError } from '../../common/errors.ts'

/** The minimum length of a passphrase; shorter ones can be found by trying. */
const leastPassphrase = 12

const listed = (text: string | undefined): string[] =>
  (text ?? '').split(/[\s,]+/).filter(part => part !== '')

/** Key files of age may contain comment lines. */
const withoutComments = (text: string | undefined): string => (text ?? '').replaceAll(/^#.*$/gm, '')

/** Refuses invalid keys; the error does not repeat the secret. */
function checkKeys(argument: string, keys: readonly string[], add: (key: string) => void): void {
  for (const key of keys) {
    try {
      add(key)
    } catch (cause) {
      const value = argument === 'BW_BACKUP_RECIPIENT' ? key : '…'
      throw new NamedError('bad-arguments', { argument, value }, cause)
    }
  }
}

/**
 * Reads BW_BACKUP_RECIPIENT (age1…, several with commas), BW_BACKUP_PASSPHRASE and BW_BACKUP_IDENTITY
 * (AGE-SECRET-KEY-1…). A backup is written for recipients or under a passphrase, not both. Errors:
 * bad-arguments.
 */
export function backupKeysFrom(secret: (name: string) => string | undefined): BackupKeys {
  const recipients = listed(secret('BW_BACKUP_RECIPIENT'))
  const identities = listed(withoutComments(secret('BW_BACKUP_IDENTITY')))
  const passphrase = secret('BW_BACKUP_PASSPHRASE') || null
  const encrypter = new Encrypter()
  checkKeys('BW_BACKUP_RECIPIENT', recipients, key => encrypter.addRecipient(key))
  const decrypter = new Decrypter()
  checkKeys('BW_BACKUP_IDENTITY', identities, key => decrypter.addIdentity(key))
  if (passphrase !== null && passphrase.length < leastPassphrase)
    throw new NamedError('bad-arguments', {
      argument: 'BW_BACKUP_PASSPHRASE',
      value: `… (${passphrase.length} < ${leastPassphrase})`,
    })
  if (passphrase !== null && recipients.length > 0)
    throw new NamedError('bad-arguments', {
      argument: 'BW_BACKUP_PASSPHRASE, BW_BACKUP_RECIPIENT',
      value: '2',
    })
  return { recipients, passphrase, identities }
}
