import { createLocalReq } from 'payload'
import { closeDatabase } from '#cms/database/close-database.ts'
import type { DatabaseSettings } from '#cms/database/kind.ts'
import { openPortal } from '#cms/load-payload.ts'
import { recordAudit, type AuditEntry } from './record.ts'

/**
 * Writes what an operator's command did, once it is done. Where nothing can be written at present
 * (the content has moved, another process writes) it says so: the command itself has succeeded.
 */
export async function recordCommand(database: DatabaseSettings, entry: AuditEntry): Promise<void> {
  const portal = await openPortal(database)
  try {
    await recordAudit(await createLocalReq({}, portal), entry)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.warn(`Việc đã xong, nhưng chưa ghi được vào nhật ký hệ thống: ${reason}`)
  } finally {
    await closeDatabase(portal)
  }
}
