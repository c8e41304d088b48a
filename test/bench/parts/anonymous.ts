import { parseArgs } from 'node:util'
import { signIn, ADMIN, asJson } from '#test/support/rest-session.ts'
import { fromAnotherAddress } from '#test/support/addresses.ts'
import { startPortal, type PortalUnderTest } from '#test/support/portal-under-test.ts'
import { tokenOf } from '../cms/staff.ts'
import { median } from '../site/numbers.ts'
import type { Part } from '../part.ts'

/** What a stranger asks for, again and again. */
interface Loop {
  readonly name: string
  ask(portal: PortalUnderTest): Promise<Response>
}

const cms = (name: string, path: string, init?: RequestInit): Loop => ({
  name,
  ask: ({ cmsUrl }) => fetch(cmsUrl + path, { redirect: 'manual', ...init }),
})
const site = (name: string, path: string, init?: () => RequestInit): Loop => ({
  name,
  ask: ({ siteUrl }) => fetch(siteUrl + path, { redirect: 'manual', ...init?.() }),
})
const form = (fields: Record<string, string>) => () => ({
  method: 'POST',
  headers: { ...fromAnotherAddress(), origin: 'null' },
  body: new URLSearchParams(fields),
})

const LOOPS: readonly Loop[] = [
  cms('list', '/api/news?depth=2&limit=100'),
  cms('filter', '/api/news?depth=2&limit=100&where[body][like]=a&sort=-title'),
  cms('access', '/api/access'),
  cms('init', '/api/users/init'),
  cms('login_page', '/admin/login'),
  cms('not_found', '/admin/collections/nope'),
  cms(
    'login',
    '/api/users/login',
    asJson('POST', { email: ADMIN.email, password: 'sai-mat-khau' }),
  ),
  cms('login_unknown', '/api/users/login', asJson('POST', { email: 'x@x.vn', password: 'x' })),
  cms('action', '/admin/login', {
    method: 'POST',
    headers: { 'next-action': '7f'.repeat(21) },
    body: '[]',
  }),
  site(
    'contact_form',
    '/lien-he',
    form({ subject: 'x', content: 'x', name: 'x', email: 'x@x.vn' }),
  ),
  site('visit', '/luot-xem', form({ path: '/' })),
  site('search', '/tim-kiem?q=khuyen+cong'),
  site('article', '/tin-tuc'),
]

export const anonymousPart: Part = {
  summary: 'One stranger in a loop on each endpoint: what rate of its saves the cms keeps.',
  usage: '[--seconds N] [--rounds N]',
  async run(words, { report, scratch }) {
    const options = { seconds: { type: 'string' }, rounds: { type: 'string' } } as const
    const { seconds = '3', rounds = '3' } = parseArgs({ args: words, options }).values
    const { stop, ...portal } = await startPortal('sample')
    scratch.onEnd(stop)
    const session = await signIn(portal)
    const token = await tokenOf(portal.cmsUrl, ADMIN.email, ADMIN.password)
    const [article] = await session.find('news', 'limit=1')
    if (!article) throw new Error('The sample has no article.')
    const save = async () => {
      const init = asJson('PATCH', { title: `Bản nháp ${Date.now()}` })
      const headers = { ...init.headers, authorization: `JWT ${token}` }
      const address = `${portal.cmsUrl}/api/news/${article.id}?draft=true&depth=0`
      const answer = await fetch(address, { ...init, headers })
      if (!answer.ok) throw new Error(`A save was answered ${answer.status}.`)
      await answer.arrayBuffer()
    }
    await rateOf(save, Number(seconds))
    for (const loop of LOOPS) {
      const ratios: number[] = []
      for (let round = 0; round < Number(rounds); round += 1) {
        const alone = await rateOf(save, Number(seconds))
        const end = startLoop(loop, portal)
        // The first request of a loop finds no pause before it.
        await rateOf(save, 1)
        const beside = await rateOf(save, Number(seconds))
        const { count, statuses } = await end()
        ratios.push(beside / alone)
        console.log(
          `  ${loop.name}: ${alone.toFixed(1)} → ${beside.toFixed(1)} saves/s, ${count} asked (${statuses})`,
        )
      }
      report.figure(`anonymous.${loop.name}.saves_kept`, median(ratios), '', { atLeast: 0.5 })
    }
  },
}

async function rateOf(work: () => Promise<void>, seconds: number): Promise<number> {
  const startedAt = performance.now()
  let count = 0
  while (performance.now() - startedAt < seconds * 1_000) {
    await work()
    count += 1
  }
  return (count * 1_000) / (performance.now() - startedAt)
}

function startLoop({ ask }: Loop, portal: PortalUnderTest) {
  const statuses = new Map<number, number>()
  let isOver = false
  const run = async () => {
    while (!isOver) {
      const answer = await ask(portal)
      await answer.arrayBuffer()
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    }
  }
  const ended = run()
  return async () => {
    isOver = true
    await ended
    const count = [...statuses.values()].reduce((sum, one) => sum + one, 0)
    return { count, statuses: [...statuses.keys()].join(', ') }
  }
}
