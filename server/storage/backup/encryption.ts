import type { Recipient, Stanza as StanzaType } from 'age-encryption'
import { Buffer } from 'node:buffer'
import { createCipheriv, randomBytes, scrypt } from 'node:crypto'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { Decrypter, Encrypter, Stanza } from 'age-encryption'
import { isNamedError, NamedError } from '../../common/errors.ts'

/**
 * How backups are encrypted, in the format of age (age-encryption.org/v1): for recipients, whose
 * identities open them, or under a passphrase. A server that only writes backups needs no identity.
 */
export interface BackupKeys {
  recipients: string[]
  passphrase: string | null
  /** Identities for opening backups. */
  identities: string[]
}

/** No encryption: anybody with the file can read the backup. */
export const noBackupKeys: BackupKeys = { recipients: [], passphrase: null, identities: [] }

/** The first line of an encrypted file. */
const firstLine = 'age-encryption.org/v1\n'
/** The number of bytes that show whether a file is encrypted, and for what. */
export const headBytes = 4096

/** True where backups are written encrypted. */
export const encrypts = ({ recipients, passphrase }: BackupKeys): boolean =>
  recipients.length > 0 || passphrase !== null

export const isEncrypted = (head: Buffer): boolean =>
  head.toString('latin1', 0, firstLine.length) === firstLine

const derive = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)
/** The scrypt parameters of age: 256 MB and about a second per guess. */
const workFactor = 18

/**
 * A recipient for a passphrase. The library derives the key synchronously, which would block the server for a
 * second; this derives it in a thread.
 */
const passphraseRecipient = (passphrase: string): Recipient => ({
  wrapFileKey: async (fileKey): Promise<StanzaType[]> => {
    const salt = randomBytes(16)
    const key = await derive(
      Buffer.from(passphrase.normalize('NFC')),
      Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]),
      32,
      { N: 2 ** workFactor, r: 8, p: 1, maxmem: 512 << 20 },
    )
    const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 })
    const sealed = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
    const saltText = salt.toString('base64').replace(/=+$/, '')
    return [new Stanza(['scrypt', saltText, `${workFactor}`], new Uint8Array(sealed))]
  },
})

function encrypterOf({ recipients, passphrase }: BackupKeys): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  if (passphrase !== null) encrypter.addRecipient(passphraseRecipient(passphrase))
  return encrypter
}

const toWeb = (source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(source, { objectMode: false })) as unknown as ReadableStream<Uint8Array>

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) yield Buffer.from(chunk)
}

/** Encrypts a stream of bytes. Call it only with keys that encrypt. */
export async function* encrypted(
  source: AsyncIterable<Uint8Array>,
  keys: BackupKeys,
): AsyncGenerator<Buffer> {
  yield* chunksOf(await encrypterOf(keys).encrypt(toWeb(source)))
}

function decrypterOf(head: Buffer, keys: BackupKeys, file: string): Decrypter {
  const underPassphrase = /\n-> scrypt /.test(head.toString('latin1'))
  const decrypter = new Decrypter()
  if (underPassphrase && keys.passphrase !== null) decrypter.addPassphrase(keys.passphrase.normalize('NFC'))
  else if (!underPassphrase && keys.identities.length > 0)
    for (const identity of keys.identities) decrypter.addIdentity(identity)
  else
    throw new NamedError('backup-key-needed', {
      file,
      setting: underPassphrase ? 'BW_BACKUP_PASSPHRASE' : 'BW_BACKUP_IDENTITY',
    })
  return decrypter
}

/**
 * Decrypts a stream of bytes; each block is authenticated before it is passed on. `head` is the beginning of
 * the file. Errors: backup-key-needed where no key of its kind is set, backup-key-wrong where none fits.
 */
export async function* decrypted(
  source: AsyncIterable<Uint8Array>,
  { head, keys, file }: { head: Buffer; keys: BackupKeys; file: string },
): AsyncGenerator<Buffer> {
  const decrypter = decrypterOf(head, keys, file)
  const plain = await decrypter.decrypt(toWeb(source)).catch((cause: unknown) => {
    if (isNamedError(cause) || !/no identity matched/.test(String(cause))) throw cause
    throw new NamedError('backup-key-wrong', { file }, cause)
  })
  yield* chunksOf(plain)
}
