import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadPayload } from '#cms/load-payload.ts'
import { ROLES } from '#shared/vocabulary/roles.ts'
import { hostileRequests } from '#test/support/hostile-requests.ts'
import { hostileWorld } from '#test/support/hostile-world.ts'
import { placeFor } from '../data/place.ts'
import { startCms } from '../cms/cms-process.ts'
import { sendHostile } from '#test/support/send-hostile.ts'
import { tokenOf } from '../cms/staff.ts'
import type { Part } from '../part.ts'

const PASSWORD = 'mot-mat-khau-de-do'
const WARM_UP = 2_000

export const hostilePart: Part = {
  summary:
    'Odd requests to the cms, by strangers and by every role: faults, and what memory grows.',
  usage: '[--requests N] [--seed N]',
  async run(words, { report, scratch }) {
    const options = { requests: { type: 'string' }, seed: { type: 'string' } } as const
    const { requests = '10000', seed = '1' } = parseArgs({ args: words, options }).values
    const place = placeFor(scratch, { isStandIn: false }, 'hostile')
    Object.assign(process.env, place.env)
    const cms = await startCms(place, scratch)
    const payload = await loadPayload({ onInit: false })
    const tokens: (string | null)[] = [null]
    for (const { value: role } of ROLES) {
      const email = `${role}@example.vn`
      const data = { email, name: role, role, password: PASSWORD }
      await payload.create({ collection: 'users', data })
      tokens.push(await tokenOf(cms.origin, email, PASSWORD))
    }
    const world = await hostileWorld(payload)
    let warm = 0
    const counts = new Map<number, number>()
    const next = hostileRequests(world, Number(seed))
    for (let sent = 0; sent < Number(requests); sent += 1) {
      if (sent === WARM_UP) warm = memoryOf(cms.pid)
      const asked = next()
      const status = await sendHostile(cms.origin, asked, tokens[sent % tokens.length] ?? null)
      counts.set(status, (counts.get(status) ?? 0) + 1)
      if (status >= 500 || status < 0) console.log(status, JSON.stringify(asked))
    }
    const bad = [...counts].filter(([status]) => status >= 500 || status < 0)
    report.figure('hostile.requests', Number(requests))
    report.figure(
      'hostile.faults',
      bad.reduce((sum, [, count]) => sum + count, 0),
      '',
      { atMost: 0 },
    )
    for (const [status, count] of counts) report.figure(`hostile.status.${status}`, count)
    report.figure('hostile.memory.after_2000', warm, 'MB')
    report.figure('hostile.memory.growth', memoryOf(cms.pid) / warm, '', { atMost: 1.1 })
  },
}

/** What a process takes of the machine, in MB. */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}
