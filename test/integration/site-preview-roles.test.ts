import type { TypeWithID } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isGranted } from '#cms/access/permissions.ts'
import { signPreview } from '#cms/access/preview-link.ts'
import { PUBLIC_COLLECTIONS, type PublicCollection } from '#shared/routes.ts'
import { ROLES, type Role } from '#shared/vocabulary/roles.ts'
import { buildComment, buildFile, buildNews, buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { ONE_OF_EACH } from '#test/support/one-of-each.ts'
import { logIn } from '#test/support/rest.ts'
import { sessionOf } from '#test/support/session-of.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

const HOUR_MS = 3_600_000
const STATES = ['private', 'public', 'in the trash'] as const
/** Without drafts a document is public or in the trash; a question has no address before that. */
const WITHOUT_DRAFTS: readonly PublicCollection[] = ['categories', 'topics', 'questions']

let portal: TestPortal
let site: SiteProcess
const users = new Map<Role, { readonly userId: string; readonly sessionId: string }>()
const documents = new Map<string, string>()
const roles = ROLES.map(({ value }) => value)

beforeAll(async () => {
  portal = await openPortal()
  const { payload } = portal
  for (const role of roles) {
    const { id, email } = await buildUser(payload, { role })
    users.set(role, { userId: id, sessionId: sessionOf(await logIn(portal, email)) })
  }
  for (const collection of PUBLIC_COLLECTIONS) {
    for (const state of STATES)
      documents.set(`${collection} ${state}`, await build(collection, state))
  }
  site = await startSite()
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

async function build(collection: PublicCollection, state: (typeof STATES)[number]) {
  const [asPrivate, asPublic] = ONE_OF_EACH[collection]
  const { id }: TypeWithID = await (state === 'private' ? asPrivate : asPublic)(portal.payload)
  if (state === 'in the trash') {
    const data = { deletedAt: new Date().toISOString() }
    await portal.payload.update({ collection, id: String(id), data })
  }
  return String(id)
}

function preview(collection: PublicCollection, id: string, role: Role) {
  const expires = Date.now() + HOUR_MS
  const who = users.get(role) ?? { userId: '', sessionId: '' }
  const grant = { collection, id, ...who, expires }
  return site.ask(signPreview(grant, portal.config.secret))
}

/** What the table lets a role read is shown; a draft without an address yet cannot be. */
function expected(collection: PublicCollection, state: (typeof STATES)[number], role: Role) {
  if (state === 'in the trash' || !isGranted(role, 'read', collection)) return [404]
  return state === 'private' && WITHOUT_DRAFTS.includes(collection) ? [200, 409] : [200]
}

describe.each(roles)('a preview of a role, %s,', (role) => {
  test.each(PUBLIC_COLLECTIONS.flatMap((name) => STATES.map((state) => [name, state] as const)))(
    'of %s, %s, shows what that role may read',
    async (collection, state) => {
      const answer = await preview(collection, documents.get(`${collection} ${state}`) ?? '', role)
      expect(expected(collection, state, role)).toContain(answer.status)
      expect(answer.headers.get('cache-control')).toMatch(/no-store/)
      expect(await answer.text()).toContain('</html>')
    },
  )
})

test('beside a draft stands what stands there for all, and its own files and pictures', async () => {
  const file = await buildFile(portal.payload, { title: 'Phụ lục còn riêng' })
  const draft = await buildNews(portal.payload, { _status: 'draft', attachments: [file.id] })
  const hidden = { news: draft.id, content: 'Ý kiến chưa duyệt' }
  await buildComment(portal.payload, hidden)
  await buildComment(portal.payload, { ...hidden, content: 'Ý kiến đã duyệt', status: 'approved' })
  for (const role of roles) {
    const page = await (await preview('news', draft.id, role)).text()
    expect(page).toContain('Phụ lục còn riêng')
    expect(page).toContain('Ý kiến đã duyệt')
    expect(page).not.toContain('Ý kiến chưa duyệt')
  }
})
