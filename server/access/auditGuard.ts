import type { Database } from '../storage/database.ts'
import { inTransaction } from '../storage/transaction.ts'

const guardSql = `CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log only grows'
  USING ERRCODE = '42501';
END $$;
CREATE OR REPLACE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE
    OR TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();`

/**
 * Makes the audit log append-only with a trigger. Even an owner who removes the trigger cannot change an
 * entry unnoticed, because the hashes are chained. It is created at each start, and so exists again after a
 * restore.
 */
export async function guardAudit(database: Pick<Database, 'pool'>): Promise<void> {
  const there = await database.pool.query(
    "SELECT 1 FROM pg_trigger WHERE tgname = 'audit_only_grows' AND tgrelid = to_regclass('\"AuditEntry\"')",
  )
  if (there.rowCount === 1) return
  await inTransaction(database, async client => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('brightwindow-audit'))")
    await client.query(guardSql)
  })
}
