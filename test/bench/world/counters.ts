import type { Row } from '#cms/database/content.ts'
import type { WorldPlan } from './plan.ts'

const DAY = 86_400_000
/** Days that have a counter of their own; all others belong to news. */
const MOST_DAYS = 2_500
const LAST_DAY = Date.UTC(2025, 10, 28)

/** Visit counters: the total, one a day, and one for each news item, as many as are asked for. */
export function* counterRows(plan: WorldPlan): Generator<Row> {
  for (let number = 0; number < plan.size.counters; number += 1) {
    const key = keyOf(plan, number)
    if (!key) return
    const random = plan.random('visit-counts', number)
    const moment = new Date(plan.moment('visit-counts', number)).toISOString()
    const visits = random.between(1, number === 0 ? 9_000_000 : 4_000)
    yield {
      id: plan.id('visit-counts', number),
      key,
      visits,
      views: visits * random.between(1, 4),
      bots: random.between(0, 900),
      createdAt: moment,
      updatedAt: moment,
    }
  }
}

function keyOf(plan: WorldPlan, number: number): string | null {
  if (number === 0) return 'total'
  if (number <= MOST_DAYS) {
    return `day:${new Date(LAST_DAY - number * DAY).toISOString().slice(0, 10)}`
  }
  const news = number - MOST_DAYS - 1
  return news < plan.size.news ? `news:${plan.id('news', news)}` : null
}

/** Old addresses of news: four of five lead to the item, the others are gone. */
export function* redirectRows(plan: WorldPlan): Generator<Row> {
  for (let number = 0; number < Math.floor(plan.size.news / 50); number += 1) {
    const moment = new Date(plan.moment('redirects', number)).toISOString()
    const isMoved = number % 5 > 0
    yield {
      id: plan.id('redirects', number),
      from: `/tin-tuc/dia-chi-cu-${number + 1}`,
      kind: isMoved ? 'moved' : 'gone',
      ...(isMoved ? { target: { relationTo: 'news', value: plan.id('news', number * 50) } } : {}),
      createdAt: moment,
      updatedAt: moment,
    }
  }
}
