import type { Report } from '../report.ts'
import type { MissTimes } from './misses.ts'

const [SMALL, LARGE] = ['1k', '100k']
const KINDS = ['listFirst', 'listMiddle', 'listLast', 'categoryFirst', 'categoryLast', 'home']
const AT_MOST = 2

/** How pages grow dearer from a thousand news items to a hundred thousand, where both were measured. */
export function compareSizes(report: Report, bySize: ReadonlyMap<string, MissTimes>): void {
  const [small, large] = [bySize.get(SMALL), bySize.get(LARGE)]
  if (!small || !large) return
  for (const kind of ['article', ...KINDS]) {
    const ratio = (large[kind] ?? NaN) / (small[kind] ?? NaN)
    const isList = KINDS.includes(kind)
    report.figure(
      `site.miss.${LARGE}To${SMALL}.${kind}`,
      ratio,
      '',
      isList ? { atMost: AT_MOST } : {},
    )
  }
}
