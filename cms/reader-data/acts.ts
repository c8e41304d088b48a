import {
  APIError,
  commitTransaction,
  initTransaction,
  killTransaction,
  type PayloadRequest,
  type Where,
} from 'payload'
import {
  CONTRIBUTIONS,
  readersFields,
  type Contribution,
  type StoredContribution,
} from './contributions.ts'
import { forgetWords, recordActs } from './history.ts'

/** One contribution, and the request that acts on it. */
export interface ActOn {
  readonly req: PayloadRequest
  readonly collection: Contribution
  readonly id: string
}

/**
 * Corrects typing errors in what a reader sent; what stood there before stays in the history.
 * @param corrected new texts by field; fields that are no reader's are ignored
 * @throws APIError where the contribution is absent or erased, or a text is empty
 */
export function correctTyping(on: ActOn, corrected: Readonly<Record<string, unknown>>) {
  return asOneAct(on, async (before) => {
    if (before.erasedAt) throw erased()
    const changed = readersFields(on.collection).filter(
      (field) => corrected[field] !== undefined && corrected[field] !== before[field],
    )
    const texts = changed.map((field) => [field, textOf(corrected[field])] as const)
    if (texts.length === 0) return
    await store(on, Object.fromEntries(texts))
    await recordActs(
      on.req,
      on.collection,
      on.id,
      texts.map(([field, newWords]) => ({
        act: 'correction',
        field,
        oldWords: typeof before[field] === 'string' ? before[field] : null,
        newWords,
      })),
    )
  })
}

/**
 * A reader takes the consent back: what was sent leaves the public and cannot return, name and
 * addresses are emptied. That there was a consent, and until when, stays as proof.
 * @throws APIError where the contribution is absent
 */
export function withdrawConsent(on: ActOn) {
  return asOneAct(on, async (before) => {
    if (before.consentWithdrawnAt) return
    const { person } = CONTRIBUTIONS[on.collection]
    const consentWithdrawnAt = new Date().toISOString()
    await store(on, { ...emptied(person), ...hidden(on.collection), consentWithdrawnAt })
    await forgetWords(on.req, on.collection, on.id, person)
    await recordActs(on.req, on.collection, on.id, [{ act: 'withdrawal' }])
  })
}

/**
 * Erases a person's data: name and addresses, and the words as well where that is asked, here and
 * in the history. The row, its time and the fact of the erasure stay.
 * @throws APIError where the contribution is absent
 */
export function erasePerson(on: ActOn, { words }: { readonly words: boolean }) {
  return asOneAct(on, async () => {
    const { person } = CONTRIBUTIONS[on.collection]
    const fields = words ? readersFields(on.collection) : person
    const erasedAt = new Date().toISOString()
    await store(on, { ...emptied(fields), ...(words ? hidden(on.collection) : {}), erasedAt })
    // The address of a question is made of its words.
    if (words && on.collection === 'questions') await forgetAddresses(on)
    await forgetWords(on.req, on.collection, on.id, fields)
    const field = words ? 'words' : null
    await recordActs(on.req, on.collection, on.id, [{ act: 'erasure', field }])
  })
}

async function asOneAct(
  on: ActOn,
  work: (before: StoredContribution) => Promise<void>,
): Promise<void> {
  const { req } = on
  const isOwn = await initTransaction(req)
  try {
    const before = await req.payload.db.findOne<StoredContribution>({
      collection: on.collection,
      req,
      where: { id: { equals: on.id } },
    })
    if (!before) throw absent()
    await work(before)
    if (isOwn) await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** As a save, so that pages, search and addresses follow; also of what lies in the trash. */
async function store({ req, collection, id }: ActOn, data: object): Promise<void> {
  await req.payload.update({ collection, id, data, req, depth: 0, trash: true })
}

async function forgetAddresses({ req, collection, id }: ActOn): Promise<void> {
  // Past the hooks, which keep a slug that was public once.
  const data = { slug: null, trashedSlug: null }
  await req.payload.db.updateOne({ collection, id, data, req, returning: false })
  const where: Where = {
    and: [{ 'target.value': { equals: id } }, { 'target.relationTo': { equals: collection } }],
  }
  await req.payload.delete({ collection: 'redirects', req, where })
}

/** Empty, not absent: the columns want a text. */
function emptied(fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, '']))
}

/** A letter from the contact page is never public. */
function hidden(collection: Contribution): object {
  return collection === 'feedback' ? {} : { status: 'rejected' }
}

function textOf(value: unknown): string {
  if (typeof value === 'string' && value.trim()) return value
  throw new APIError(
    'Sửa lỗi gõ thì không để trống. Muốn xóa, hãy dùng “Xóa dữ liệu cá nhân”.',
    400,
    { code: 'empty_correction' },
    true,
  )
}

function absent(): APIError {
  return new APIError('Không có nội dung này.', 404, { code: 'absent' }, true)
}

function erased(): APIError {
  return new APIError(
    'Dữ liệu của người gửi đã được xóa, không còn gì để sửa.',
    409,
    { code: 'erased' },
    true,
  )
}
