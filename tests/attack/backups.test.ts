import { Buffer } from 'node:buffer'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signingSecret } from '../../server/access/signIn.ts'
import { readConfig } from '../../server/config.ts'
import { noBackupKeys } from '../../server/storage/backup/encryption.ts'
import { checkBackup } from '../../server/storage/backup/open.ts'
import { restoreBackup } from '../../server/storage/backup/restore.ts'
import { writeBackup } from '../../server/storage/backup/write.ts'
import { connect } from '../../server/storage/database.ts'
import { useDatabase } from '../support/database.ts'
import { testNow } from '../support/load.ts'

const source = useDatabase('empty')
const target = useDatabase('empty')
const passphrase = 'nine quiet lamps at the counter'
let folder = ''
let secret = ''
const at = (name: string): string => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-keys-'))
  secret = await signingSecret(source())
  await source().prisma.user.create({
    data: { id: 'wang', name: '小王', email: 'wang@local.invalid', username: 'wang', twoFactorEnabled: true },
  })
  await source().prisma.twoFactor.create({
    data: { id: 'one', userId: 'wang', secret: 'sealed under the signing secret', backupCodes: '[]' },
  })
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

/** Restores over the second database and says what then stands there. */
async function restoredFrom(file: string, keys = noBackupKeys) {
  const { url } = target()
  await target().close()
  const { secondFactorsRemoved } = await restoreBackup(url, file, keys)
  const database = connect(url)
  try {
    return {
      secondFactorsRemoved,
      secret: (await database.prisma.setting.findUnique({ where: { key: 'signing-secret' } }))?.value ?? null,
      secondFactors: await database.prisma.twoFactor.count(),
      asked: (await database.prisma.user.findUnique({ where: { id: 'wang' } }))?.twoFactorEnabled,
    }
  } finally {
    await database.close()
  }
}

describe('a backup that is stolen', () => {
  it('and was not encrypted lets nobody sign cookies or read second factors', async () => {
    await writeBackup(source().url, at('plain.bwb'), { now: testNow })
    const bytes = gunzipSync(await readFile(at('plain.bwb')))
    expect(bytes.includes(secret)).toBe(false)
    expect(bytes.includes('sealed under the signing secret')).toBe(true)
  })

  it.each(['passphrase', 'recipient'])('and was encrypted with a %s says nothing', async kind => {
    const identity = await generateIdentity()
    const keys =
      kind === 'passphrase'
        ? { ...noBackupKeys, passphrase }
        : { ...noBackupKeys, recipients: [await identityToRecipient(identity)] }
    const file = at(`${kind}.bwb`)
    await writeBackup(source().url, file, { now: testNow, keys })
    const bytes = await readFile(file)
    expect(bytes.toString('latin1', 0, 21)).toBe('age-encryption.org/v1')
    expect(() => gunzipSync(bytes)).toThrow()
    const needed = { name: 'backup-key-needed' }
    await expect(checkBackup(file, noBackupKeys)).rejects.toMatchObject(needed)
    // The key of the other kind does not help either.
    const other = { passphrase: 'recipient', recipient: 'passphrase' }[kind]
    const wrongKind =
      other === 'passphrase' ? { ...noBackupKeys, passphrase } : { ...noBackupKeys, identities: [identity] }
    await expect(checkBackup(file, wrongKind)).rejects.toMatchObject(needed)
    const wrong =
      kind === 'passphrase'
        ? { ...noBackupKeys, passphrase: 'nine quiet lamps at the window' }
        : { ...noBackupKeys, identities: [await generateIdentity()] }
    await expect(checkBackup(file, wrong)).rejects.toMatchObject({ name: 'backup-key-wrong' })
    await expect(restoreBackup(target().url, file, wrong)).rejects.toMatchObject({ name: 'backup-key-wrong' })
    const right = { ...keys, identities: [identity] }
    const { rows, tables } = await checkBackup(file, right)
    expect(tables).toBeGreaterThan(40)
    expect(rows).toBe((await checkBackup(at('plain.bwb'), noBackupKeys)).rows + 1)
    for (const [name, changed] of [
      ['cut', bytes.subarray(0, bytes.length - 100)],
      ['changed', Buffer.from(bytes.map((byte, index) => (index === bytes.length - 200 ? byte ^ 1 : byte)))],
    ] as const) {
      await writeFile(at(name), changed)
      await expect(checkBackup(at(name), right), name).rejects.toMatchObject({ name: 'backup-broken' })
    }
  })
})

describe('a backup that is restored', () => {
  it('with its key brings the signing secret and second factors back', async () => {
    expect(await restoredFrom(at('passphrase.bwb'), { ...noBackupKeys, passphrase })).toEqual({
      secondFactorsRemoved: 0,
      secret,
      secondFactors: 1,
      asked: true,
    })
  })

  it('without encryption keeps them where it was made', async () => {
    expect(await restoredFrom(at('plain.bwb'))).toMatchObject({ secret, secondFactors: 1, asked: true })
  })

  it('without encryption elsewhere removes second factors that nobody can open any more', async () => {
    const database = connect(target().url)
    await database.prisma.setting.update({
      where: { key: 'signing-secret' },
      data: { value: 'of elsewhere' },
    })
    await database.close()
    expect(await restoredFrom(at('plain.bwb'))).toEqual({
      secondFactorsRemoved: 1,
      secret: 'of elsewhere',
      secondFactors: 0,
      asked: false,
    })
  })
})

describe('keys of backups in the environment', () => {
  it('are read from variables and files, as age writes them', async () => {
    const identity = await generateIdentity()
    const recipient = await identityToRecipient(identity)
    await writeFile(at('key.txt'), `# created: today\n# public key: ${recipient}\n${identity}\n`)
    const { backupKeys } = readConfig({
      BW_BACKUP_RECIPIENT: `${recipient}, ${recipient}`,
      BW_BACKUP_IDENTITY_FILE: at('key.txt'),
    })
    expect(backupKeys).toEqual({
      recipients: [recipient, recipient],
      passphrase: null,
      identities: [identity],
    })
  })

  it.each([
    [{ BW_BACKUP_RECIPIENT: 'age1nonsense' }, 'BW_BACKUP_RECIPIENT'],
    [{ BW_BACKUP_IDENTITY: 'AGE-SECRET-KEY-1SECRET' }, 'BW_BACKUP_IDENTITY'],
    [{ BW_BACKUP_PASSPHRASE: 'short' }, 'BW_BACKUP_PASSPHRASE'],
  ])('that cannot be used are refused by name, without the secret: %o', (environment, argument) => {
    expect(() => readConfig(environment)).toThrow(argument)
    expect(() => readConfig(environment)).toThrow(/^(?!.*(?:1SECRET|short))/)
  })
})
