import sharp from 'sharp'
import { fromAnotherAddress } from './addresses.ts'
import { pdf, richText } from './builders.ts'
import type { PortalUnderTest } from './portal-under-test.ts'
import { signIn, type Fields, type RestSession, type Stored } from './rest-session.ts'

/** In all that is planted: titles, slugs, names of files, addresses. Nothing public may hold it. */
export const SECRET = 'zqsecret'
/** In what is planted beside it for all to read, so that looking for the secret is seen to work. */
export const OPEN = 'zqopen'
/** A word of the hidden articles alone, to search for: a page repeats what is searched for. */
export const HIDDEN_WORD = 'qwxhidden'

/** Where the planted things would be, if they were public. */
export interface Planted {
  /** Path of the published article that refers to them. */
  readonly openArticle: string
  readonly paths: readonly string[]
  readonly documents: readonly { readonly collection: string; readonly id: string }[]
  readonly files: readonly {
    readonly collection: string
    readonly id: string
    readonly names: readonly string[]
  }[]
}

/** Fills the portal with things that are not public, in every way in which something can be so. */
export async function plantSecrets(portal: PortalUnderTest): Promise<Planted> {
  const session = await signIn(portal)
  const cover = await session.upload('media', await secretPicture(), { alt: `${SECRET} alt` })
  const plan = await session.upload('files', await secretPlan(), { title: `${SECRET} plan` })
  const [category] = await session.find('categories', 'limit=1')
  const open = { title: `${OPEN} article`, body: richText(`${OPEN} body`), category: category?.id }
  const hidden = {
    ...open,
    title: `${SECRET} ${HIDDEN_WORD}`,
    summary: `${SECRET} summary`,
    body: richText(`${SECRET} body`),
    cover: cover.id,
    attachments: [plan.id],
  }
  const draft = await session.create('news', { ...hidden, _status: 'draft' }, 'draft=true')
  const article = await session.create('news', {
    ...open,
    relatedNews: [draft.id],
    _status: 'published',
  })
  await session.update('news', article.id, { ...hidden, _status: 'draft' }, 'draft=true')
  const trashed = await plantTrashed(session, hidden)
  const question = await plantRejectedQuestion(session)
  const pending = await plantReplies(session, portal, String(article.slug))
  return {
    openArticle: `/tin-tuc/${String(article.slug)}`,
    paths: [
      `/tin-tuc/${String(draft.slug)}`,
      `/tin-tuc/${SECRET}-${HIDDEN_WORD}-trash`,
      `/hoi-dap/${SECRET}-question`,
    ],
    documents: [
      { collection: 'news', id: draft.id },
      { collection: 'news', id: trashed.id },
      { collection: 'questions', id: question.id },
      { collection: 'comments', id: pending.id },
    ],
    files: [
      { collection: 'media', id: cover.id, names: namesOf(cover) },
      { collection: 'files', id: plan.id, names: namesOf(plan) },
    ],
  }
}

/** Published, then thrown away. */
async function plantTrashed(session: RestSession, hidden: Fields): Promise<Stored> {
  const title = `${SECRET} ${HIDDEN_WORD} trash`
  const trashed = await session.create('news', { ...hidden, title, _status: 'published' })
  return session.update('news', trashed.id, { deletedAt: new Date().toISOString() })
}

async function plantRejectedQuestion(session: RestSession): Promise<Stored> {
  return session.create('questions', {
    name: `${SECRET} person`,
    email: `${SECRET}@kin.example.vn`,
    title: `${SECRET} question`,
    content: `${SECRET} ${HIDDEN_WORD} detail`,
    status: 'rejected',
    moderationNote: `${SECRET} note`,
  })
}

/** Two replies as readers send them: one is approved, the other waits. */
async function plantReplies(
  session: RestSession,
  portal: PortalUnderTest,
  slug: string,
): Promise<Stored> {
  for (const content of [`${OPEN} reply`, `${SECRET} reply`]) {
    const answer = await fetch(`${portal.siteUrl}/tin-tuc/${slug}/tra-loi`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: portal.siteUrl, ...fromAnotherAddress() },
      body: new URLSearchParams({
        content,
        name: `${OPEN} person`,
        email: `${SECRET}@kin.example.vn`,
        consent: 'on',
      }),
    })
    if (answer.status !== 303) throw new Error(`A reply was not taken: ${answer.status}`)
  }
  const [approved] = await session.find('comments', `where[content][equals]=${OPEN} reply`)
  const [pending] = await session.find('comments', `where[content][equals]=${SECRET} reply`)
  if (!approved || !pending) throw new Error('The replies were not stored.')
  const note = `${SECRET} note`
  await session.update('comments', approved.id, { status: 'approved', moderationNote: note })
  return pending
}

/** The upload's own name and those of its sizes. */
function namesOf({ filename, sizes }: Stored): string[] {
  const made = Object.values((sizes ?? {}) as Record<string, { filename?: string | null }>)
  return [filename, ...made.map((size) => size.filename)].filter((name) => typeof name === 'string')
}

async function secretPicture(): Promise<File> {
  const canvas = { width: 900, height: 600, channels: 3, background: '#7a2b2b' } as const
  const bytes = await sharp({ create: canvas }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], `${SECRET}-picture.jpg`, { type: 'image/jpeg' })
}

async function secretPlan(): Promise<File> {
  const bytes = new Uint8Array(await pdf(`${SECRET} text of the file`))
  return new File([bytes], `${SECRET}-plan.pdf`, { type: 'application/pdf' })
}
