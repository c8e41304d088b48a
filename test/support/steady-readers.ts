import type { SiteProcess } from './site-process.ts'

const READERS = 4

/** People who read the same pages all the time, one page after the other. */
export function readSteadily(site: SiteProcess, paths: readonly string[]) {
  let isStopped = false
  let good = 0
  const bad: string[] = []
  const read = async (first: number) => {
    for (let at = first; !isStopped; at += 1) {
      const path = paths[at % paths.length] ?? '/'
      const answer = await site.ask(path)
      const page = await answer.text()
      if (answer.status === 200 && page.includes('</html>')) good += 1
      else bad.push(`${path}: ${answer.status}`)
    }
  }
  const reading = Promise.all(Array.from({ length: READERS }, (_, first) => read(first)))
  return {
    good: () => good,
    /** What was not answered as it should, after the last page has come. */
    async stop(): Promise<string[]> {
      isStopped = true
      await reading
      return bad
    },
  }
}
