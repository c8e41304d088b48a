import { createHmac, timingSafeEqual } from 'node:crypto'
import { readConfig } from '#shared/config.ts'

const SHORTEST_MS = 2_000
const LONGEST_MS = 2 * 3_600_000

/** A moment that nobody can make up: carried by an uncached form, sent back with it. */
export function signTime(formId: string, now: Date): string {
  const time = now.getTime().toString(36)
  return `${time}.${signature(formId, time)}`
}

/** Whether the token is ours, of this form, and of a page that a person could have filled in. */
export function isTimely(formId: string, token: string, now: Date): boolean {
  const [time = '', sent = ''] = token.split('.')
  const expected = Buffer.from(signature(formId, time))
  const given = Buffer.from(sent)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
  const age = now.getTime() - Number.parseInt(time, 36)
  return age >= SHORTEST_MS && age <= LONGEST_MS
}

function signature(formId: string, time: string): string {
  return createHmac('sha256', readConfig().secret)
    .update(`form ${formId} ${time}`)
    .digest('base64url')
}
