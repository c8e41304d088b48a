import type { CollectionSlug, PayloadRequest } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { requestAddress } from '#cms/access/request-address.ts'
import type { AuditAct } from '#shared/vocabulary/audit-acts.ts'
import { auditedNetwork } from './network.ts'

/** One thing that was done; who did it says the request. */
export interface AuditEntry {
  readonly act: AuditAct
  readonly on?: {
    /** As editors call it: "Tin bài". */
    readonly kind: string
    readonly collection?: CollectionSlug
    readonly id?: string
    readonly title?: string | null
  }
  readonly detail?: string
}

/** What commands and scheduled publications are called, which no person sends. */
const NO_PERSON = 'Hệ thống (lệnh trên máy chủ, hẹn giờ)'

/** Writes an entry in the transaction of the request, straight to the database: nobody edits it. */
export async function recordAudit(req: PayloadRequest, entry: AuditEntry): Promise<void> {
  const now = new Date().toISOString()
  const { act, on, detail } = entry
  const data = {
    id: uuidv7(),
    act,
    actor: req.user?.id ?? null,
    actorName: req.user?.name ?? (req.payloadAPI === 'local' ? NO_PERSON : null),
    kind: on?.kind ?? null,
    collectionName: on?.collection ?? null,
    documentId: on?.id ?? null,
    title: on?.title?.slice(0, LONGEST_TITLE) ?? null,
    detail: detail ?? null,
    network: auditedNetwork(requestAddress(req.headers)),
    count: 1,
    createdAt: now,
    updatedAt: now,
  }
  await req.payload.db.create({ collection: 'audit-log', data, req, returning: false })
}

const LONGEST_TITLE = 200
