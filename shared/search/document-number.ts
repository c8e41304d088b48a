import { fold, foldNumber } from '#shared/vietnamese/fold.ts'

/** What people write before a number: the kind of document, in full or short, and "số". */
const KIND =
  /^(?:(?:van ban|nghi dinh|nghi quyet|thong tu|quyet dinh|ke hoach|cong van|thong bao|bao cao|huong dan|luat|nd|nq|tt|qd|kh|cv|tb|bc|hd|so)(?=[\s\d]|$)\s*)+/

/**
 * The document number that a query asks for, folded: "Nghị định số 45 / 2012" and "nd 45 năm 2012"
 * give "45/2012". `null` where it asks for something else.
 */
export function numberAsked(typed: string): string | null {
  const number = fold(typed)
    .replace(KIND, '')
    .replace(/\s+nam\s+(?=\d{4}(?:\D|$))/, '/')
  const folded = foldNumber(number)
  return /^\d+(?:[/-][a-z\d]+)*[/-]?$/.test(folded) ? folded : null
}

/** How well a folded number answers the one that was asked for: 3 whole, 2 its beginning, 1 a part. */
export function numberRank(number: string, asked: string): 0 | 1 | 2 | 3 {
  const withoutYear = number.replace(/^(\d+)\/\d{4}(?=\/)/, '$1')
  if (number === asked || withoutYear === asked) return 3
  if (number.startsWith(asked) || withoutYear.startsWith(asked)) return 2
  return number.includes(asked) ? 1 : 0
}
