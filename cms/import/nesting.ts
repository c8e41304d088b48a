import { UnreadableFile } from './unreadable-file.ts'

/** Far above any page that a person made; parsing takes quadratic time in the depth. */
const DEEPEST = 1_500

/** Elements that need no end tag: many of them are no depth. */
const OPEN_ENDED = new Set(
  'area base br col dd dt hr img input li link meta option p source tbody td tfoot th thead tr wbr'.split(
    ' ',
  ),
)

/**
 * Refuses markup that would keep the parser busy for minutes.
 * @throws UnreadableFile where elements are nested deeper than any real page
 */
export function refuseDeepNesting(html: string): void {
  let depth = 0
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/giu)) {
    if (OPEN_ENDED.has(name.toLowerCase())) continue
    depth = Math.max(0, depth + (end ? -1 : 1))
    if (depth > DEEPEST) {
      throw new UnreadableFile('Mã HTML lồng nhau quá sâu, không phải một trang bình thường.')
    }
  }
}
