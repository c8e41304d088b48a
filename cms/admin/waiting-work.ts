import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { actorOf } from '#cms/access/actor.ts'
import { isGranted } from '#cms/access/permissions.ts'

/** A list in the admin where something waits for a person. */
export interface Waiting {
  readonly label: string
  readonly count: number
  /** Path in the admin. */
  readonly path: string
}

/** A publication or withdrawal that was scheduled and did not happen. */
export interface FailedSchedule {
  readonly title: string
  readonly kind: string
  readonly path: string
  readonly wanted: 'published' | 'draft'
  /** ISO 8601. */
  readonly dueAt: string
  readonly reason: string
}

const QUEUES = [
  {
    collection: 'comments',
    label: 'phản hồi chờ duyệt',
    field: 'status',
    value: 'pending',
  },
  { collection: 'questions', label: 'câu hỏi chờ trả lời', field: 'status', value: 'pending' },
  { collection: 'feedback', label: 'góp ý chưa xử lý', field: 'handled', value: 'false' },
] as const

/** What readers sent and nobody has dealt with, for those who may. */
export async function waitingWork(
  payload: Payload,
  user: PayloadRequest['user'],
): Promise<Waiting[]> {
  const actor = actorOf({ user })
  const queues = QUEUES.filter(({ collection }) => isGranted(actor, 'update', collection))
  const counted = await Promise.all(
    queues.map(async ({ collection, label, field, value }) => {
      const where: Where = { [field]: { equals: value === 'false' ? false : value } }
      const { totalDocs } = await payload.count({ collection, where })
      const path = `/admin/collections/${collection}?where[or][0][and][0][${field}][equals]=${value}`
      return { label, path, count: totalDocs }
    }),
  )
  return counted.filter(({ count }) => count > 0)
}

/** Failures older than this are not shown any more. */
const SHOWN_DAYS = 30

/**
 * Scheduled publications that failed, newest first. One that a person has made up for since, or
 * whose document was deleted, is not shown.
 */
export async function failedSchedules(payload: Payload, now: Date): Promise<FailedSchedule[]> {
  const since = new Date(now.getTime() - SHOWN_DAYS * 24 * 60 * 60 * 1000).toISOString()
  const { docs } = await payload.db.find<Job>({
    collection: 'payload-jobs',
    pagination: false,
    limit: 0,
    sort: '-waitUntil',
    where: {
      and: [
        { taskSlug: { equals: 'schedulePublish' } },
        { hasError: { equals: true } },
        { updatedAt: { greater_than: since } },
      ],
    },
  })
  const found = await Promise.all(docs.map((job) => describe(payload, job)))
  return found.filter((schedule) => schedule !== null)
}

interface Job {
  readonly id: string
  readonly input?: {
    readonly type?: string
    readonly doc?: { readonly relationTo: CollectionSlug; readonly value: string }
  }
  readonly error?: { readonly message?: string } | null
  readonly waitUntil?: string | null
  readonly createdAt: string
}

async function describe(payload: Payload, job: Job): Promise<FailedSchedule | null> {
  const { doc, type } = job.input ?? {}
  if (!doc) return null
  const { admin, labels } = payload.collections[doc.relationTo].config
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: doc.relationTo,
    where: { id: { equals: doc.value } },
  })
  const wanted = type === 'unpublish' ? 'draft' : 'published'
  if (!row || row._status === wanted) return null
  return {
    title: String(row[admin.useAsTitle ?? 'id'] || '(chưa có tên)'),
    kind: typeof labels.singular === 'string' ? labels.singular : doc.relationTo,
    path: `/admin/collections/${doc.relationTo}/${row.deletedAt ? 'trash/' : ''}${row.id}`,
    wanted,
    dueAt: job.waitUntil ?? job.createdAt,
    reason: row.deletedAt
      ? 'Nội dung đang ở trong thùng rác.'
      : (job.error?.message ?? 'Không rõ.'),
  }
}
