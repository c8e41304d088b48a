import type { SiteProcess } from '#test/support/site-process.ts'
import type { Bench } from '../part.ts'
import { median } from './hits.ts'

const SIDE_BY_SIDE = 4

/** What pages cost that are in no cache: articles by hundreds, and each kind of list. */
export async function measureMisses(
  { report }: Bench,
  site: SiteProcess,
  articles: readonly string[],
  lists: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const times: number[] = []
  const waiting = [...articles]
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let path = waiting.pop(); path; path = waiting.pop())
        times.push(await timeOf(site, path))
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  report.figure('site.miss.article.perSecond', articles.length / seconds, '/s', { atLeast: 150 })
  report.figure('site.miss.article.p50', median(times), 'ms', { atMost: 15 })
  for (const [name, paths] of Object.entries(lists)) {
    const each: number[] = []
    for (const path of paths) each.push(await timeOf(site, path))
    report.figure(`site.miss.${name}.p50`, median(each), 'ms', { atMost: 30 })
  }
}

async function timeOf(site: SiteProcess, path: string): Promise<number> {
  const startedAt = performance.now()
  const answer = await site.ask(path)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
  return performance.now() - startedAt
}
