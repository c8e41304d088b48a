import { METRICS_HEADERS } from '#test/support/site-process.ts'

/** What the site tells of itself. */
export async function metricsOf(origin: string): Promise<(name: Metric) => number> {
  const text = await (await fetch(`${origin}/metrics`, { headers: METRICS_HEADERS })).text()
  return (name) => {
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]
    if (value === undefined) throw new Error(`${origin}/metrics does not tell ${name}.`)
    return Number(value)
  }
}

type Metric =
  | 'portal_search_ready'
  | 'portal_pages_rendered_total'
  | 'portal_pages_kept_bytes'
  | 'process_resident_memory_bytes'

/** How many pages were rendered so far. */
export async function rendersOf(origin: string): Promise<number> {
  return (await metricsOf(origin))('portal_pages_rendered_total')
}
