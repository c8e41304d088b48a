import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '#shared/vocabulary/roles.ts'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { hostileRequests, type HostileRequest } from '#test/support/hostile-requests.ts'
import { hostileWorld } from '#test/support/hostile-world.ts'
import { askRest, logIn } from '#test/support/rest.ts'
import { buildWorld } from '#test/support/world.ts'

const ACTORS = ['public', ...ROLES.map(({ value }) => value)] as const
const OF_EACH = 150

let portal: TestPortal
const tokens = new Map<string, string>()
beforeAll(async () => {
  portal = await openPortal()
  await buildWorld(portal.payload)
  for (const { value: role } of ROLES) {
    const { email } = await buildUser(portal.payload, { role })
    tokens.set(role, await logIn(portal, email))
  }
})
afterAll(() => portal.close())

/** What the server before the API refuses never comes here. */
function asRequest({ method, target, headers, body }: HostileRequest, actor: string) {
  try {
    const url = new URL(target, 'http://localhost:3000')
    decodeURIComponent(url.pathname)
    const token = tokens.get(actor)
    const sent = new Headers(headers)
    if (token) sent.set('authorization', `JWT ${token}`)
    return new Request(url, { method, headers: sent, body })
  } catch {
    return null
  }
}

describe.each(ACTORS)('hostile requests as %s', (actor) => {
  it('are answered without a fault of the server', async () => {
    const next = hostileRequests(await hostileWorld(portal.payload), ACTORS.indexOf(actor))
    const faults: unknown[] = []
    let answered = 0
    while (answered < OF_EACH) {
      const asked = next()
      const request = asked.target.startsWith('/api/') ? asRequest(asked, actor) : null
      if (!request) continue
      const { status } = await askRest(portal, request)
      answered += 1
      if (status >= 500) faults.push([status, asked])
    }
    expect(faults).toEqual([])
  })
})
