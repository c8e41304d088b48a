import { pbkdf2Sync } from 'node:crypto'
import type { Row } from '#cms/database/content.ts'
import { ROLES } from '#shared/vocabulary/roles.ts'
import { person } from './names.ts'
import type { WorldPlan } from './plan.ts'
import { sentences } from './sentences.ts'

/** Every account of a world logs in with it. */
export const PASSWORD = 'mat-khau-cua-ban-do'

export const emailOf = (number: number): string => `nguoi-dung-${number + 1}@khuyencong.example`

/** Accounts; the first one is an administrator. */
export function* userRows(plan: WorldPlan): Generator<Row> {
  const salt = plan.random('users', -1).hex(64)
  const secret = { salt, hash: hashed(salt) }
  for (let number = 0; number < plan.size.users; number += 1) {
    const random = plan.random('users', number)
    const moment = new Date(plan.moment('users', number)).toISOString()
    yield {
      id: plan.id('users', number),
      name: person(random),
      email: emailOf(number),
      role: ROLES[number % ROLES.length]?.value,
      ...secret,
      createdAt: moment,
      updatedAt: moment,
    }
  }
}

/** As Payload stores a password (auth/strategies/local/generatePasswordSaltHash). */
function hashed(salt: string): string {
  return `pbkdf2-sha256-v1:${pbkdf2Sync(PASSWORD, salt, 600_000, 32, 'sha256').toString('hex')}`
}

/** Replies of readers below news items. */
export function* commentRows(plan: WorldPlan): Generator<Row> {
  const { news, comments } = plan.size
  for (let number = 0; number < (news > 0 ? comments : 0); number += 1) {
    const random = plan.random('comments', number)
    const moment = new Date(plan.moment('comments', number)).toISOString()
    yield {
      id: plan.id('comments', number),
      news: plan.id('news', random.between(0, news - 1)),
      content: sentences(random, random.between(1, 4)),
      name: person(random),
      email: `ban-doc-${number}@bandoc.example`,
      consentedAt: moment,
      consentText: 'Tôi đồng ý để Trung tâm lưu họ tên và thư điện tử.',
      status: random.pick(['approved', 'approved', 'pending', 'rejected']),
      createdAt: moment,
      updatedAt: moment,
    }
  }
}
