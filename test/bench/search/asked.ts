import type { SearchIndex } from '#site/search/search-index.ts'
import { fold } from '#shared/vietnamese/fold.ts'

/** Common words of the made-up texts: tens of thousands of items hold each. */
const COMMON = ['khuyến công', 'công nghiệp', 'hỗ trợ', 'máy móc', 'sản xuất', 'cơ sở', 'thiết bị']
const QUESTIONS = [
  'muốn mua máy sấy thì được hỗ trợ bao nhiêu',
  'nộp hồ sơ khuyến công ở đâu',
  'ai được hưởng hỗ trợ của khuyến công tỉnh',
  'bao giờ hết hạn nộp hồ sơ hỗ trợ máy móc',
  'giấy chứng nhận có giá trị mấy năm',
]
const NOTHING = ['khuyến cônh', 'qwertz uiop', 'zzqq máy', 'xyzzy']

/** Titles from the oldest to the newest, evenly. */
export function someTitles(index: SearchIndex, most: number): string[] {
  const step = Math.max(1, Math.floor(index.rows.count / most))
  const count = Math.min(most, index.rows.count)
  return Array.from({ length: count }, (_, at) => index.stored(1 + at * step).title)
}

/**
 * What readers may ask, each once: one word, two common ones, some words of a title, a whole title,
 * phrases, words left out, without marks, questions, slips, numbers, and what is not there.
 */
export function mixedQueries(titles: readonly string[]): string[] {
  const pairs = COMMON.flatMap((one, at) => COMMON.slice(at + 1).map((other) => `${one} ${other}`))
  const ofTitles = titles.flatMap((title, at) => {
    const words = title.split(' ')
    const some = words.slice(1, 4).join(' ')
    return [
      [title, some],
      [fold(some), words.slice(-2).join(' ')],
      [`"${words.slice(0, 3).join(' ')}"`, `${some} -${words.at(-1)}`],
      [`${some} ${words.at(-1)?.slice(0, 2)}`, `${words[0]}`],
    ][at % 4] as string[]
  })
  const numbers = Array.from({ length: 20 }, (_, at) => `${at * 7 + 3}/20${12 + (at % 12)}`)
  return [...new Set([...COMMON, ...pairs, ...ofTitles, ...QUESTIONS, ...NOTHING, ...numbers])]
}

/** What nobody types who looks for something. */
export const HOSTILE: readonly string[] = [
  'NEAR(a b, 5)',
  'công AND OR NOT',
  '"""" "',
  '* ^ : {title} (',
  'a* b* c* '.repeat(20),
  'công nghiệp hỗ trợ máy móc thiết bị sản xuất cơ sở tỉnh năm '.repeat(3),
  '-'.repeat(190),
  '-a '.repeat(60),
  '(a+)+$(a+)+$',
  '😀'.repeat(40),
  '\u202E\u200F khuyến công \u202E',
  'ấ'.normalize('NFD').repeat(60),
  "'; DROP TABLE items; --",
  '\uD800',
]
