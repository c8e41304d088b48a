import { ROUTES } from '#shared/routes.ts'
import { fold } from '#shared/vietnamese/fold.ts'
import type { SearchIndex } from '#site/search/search-index.ts'
import type { SiteProcess } from '#test/support/site-process.ts'
import type { Report } from '../report.ts'
import { askPage } from '../site/ask-page.ts'
import { readResults } from './read-results.ts'

/** What somebody asks who has one item in mind, and its path. */
export interface KnownItem {
  readonly tries: 'title' | 'sentence' | 'number' | 'slip' | 'beginning'
  readonly text: string
  readonly path: string
}

const ITEMS = 24
const LOOKED_AT = 3

/**
 * Queries over made-up content whose answer is known: titles that one item alone begins like, whole,
 * with a slip and without their end; words of a text that follow each other in one item alone; numbers.
 */
export function knownItems(index: SearchIndex): KnownItem[] {
  const found: KnownItem[] = []
  const of = (tries: KnownItem['tries']) => found.filter((one) => one.tries === tries).length
  const step = Math.max(1, Math.floor(index.rows.count / (ITEMS * 40)))
  for (let row = 1; row <= index.rows.count; row += step) {
    const { title, path } = index.stored(row)
    const beginning = title.slice(0, -2)
    if (of('title') < ITEMS && isAlone(index, 'titles', beginning, '*')) {
      found.push({ tries: 'title', text: title, path })
      found.push({ tries: 'slip', text: withSlip(title), path })
      found.push({ tries: 'beginning', text: beginning, path })
    }
    const sentence = index.texts(row).body.split(' ').slice(40, 46).join(' ')
    if (of('sentence') < ITEMS && isAlone(index, 'texts', sentence)) {
      found.push({ tries: 'sentence', text: sentence, path })
    }
  }
  for (const [row, number] of [...index.rows.numbers].slice(0, ITEMS)) {
    if ([...index.rows.numbers.values()].filter((other) => other === number).length === 1) {
      found.push({
        tries: 'number',
        text: number.replaceAll('/', ' / '),
        path: index.stored(row).path,
      })
    }
  }
  return found
}

/** @param end `*`: the last word may go on */
function isAlone(
  index: SearchIndex,
  table: 'titles' | 'texts',
  words: string,
  end: '' | '*' = '',
): boolean {
  const phrase = fold(words)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return phrase.split(' ').length > 4 && index.matching(table, `"${phrase}"${end}`, 2).length === 1
}

/** One letter of its longest word another. */
function withSlip(title: string): string {
  const longest = title.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? ''
  return title.replace(longest, `${longest.slice(0, -1)}x`)
}

/** How many of them are among the first results, with marks and without. */
export async function measureKnownItems(
  report: Report,
  site: SiteProcess,
  items: readonly KnownItem[],
): Promise<void> {
  for (const [name, spelt] of [
    ['withMarks', (text: string) => text],
    ['withoutMarks', fold],
  ] as const) {
    const good = new Map<KnownItem, boolean>()
    for (const item of items) {
      const query = new URLSearchParams({ q: spelt(item.text) })
      const { html } = await askPage(site, `${ROUTES.search}?${query}`)
      const first = readResults(html).slice(0, LOOKED_AT)
      good.set(item, first.includes(item.path))
      if (!first.includes(item.path)) console.log(`    ${item.tries}: ${spelt(item.text)}`)
    }
    const share = (some: readonly KnownItem[]) =>
      Math.floor((100 * some.filter((item) => good.get(item)).length) / some.length) / 100
    report.figure(`search.generated.${name}`, share(items), '', { atLeast: 0.95 })
    for (const [tries, some] of Map.groupBy(items, (item) => item.tries)) {
      report.figure(`search.generated.${name}.${tries}`, share(some))
    }
  }
}
