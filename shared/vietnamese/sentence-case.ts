import { findCitations } from '../citations.ts'
import { DOCUMENT_KINDS } from '../vocabulary/document-kinds.ts'
import { ABBREVIATIONS, PROPER_NAMES } from './proper-names.ts'

const PLACE = /(?<=^|[^\p{L}])(tỉnh|thành phố|huyện|thị xã|thị trấn|phường|xã)((?: \p{Ll}+){1,2})/gu
const NOT_A_NAME = new Set(
  `về năm giai đến và là trên trong ban thực triển phê quy có được tại do từ theo quản mới của nông
   với cho các những này ủy trực loại thông kiểu miền một vùng thuộc đặc nâng lần khu đã kỳ cần`
    .split(/\s+/u)
    .filter(Boolean),
)
const ROMAN = /^[IVX]+$/u

/** Whether a line is set in capitals: most of its letters, not counting numbers of documents. */
export function isAllCapitals(text: string): boolean {
  const letters = text.replace(/\d[\p{L}\d/-]*/gu, '').match(/\p{L}/gu) ?? []
  const small = letters.filter((letter) => letter !== letter.toUpperCase())
  return letters.length >= 2 && small.length / letters.length < 0.1
}

/**
 * A text in capitals as a sentence: "KẾ HOẠCH CỦA UBND TỈNH SÔNG CHÂU" → "Kế hoạch của UBND tỉnh
 * Sông Châu". Abbreviations, document numbers and names keep their capitals; names also when the
 * reference text writes them so in the middle of its sentences.
 */
export function sentenceCase(capitals: string, reference = ''): string {
  const text = capitals.replace(/\s+/gu, ' ').trim()
  const told = toldBy(reference)
  const kept = keptWords(text, told.abbreviations)
  let result = text.replace(/\p{L}[\p{L}\p{M}\d]*/gu, (word) =>
    kept.has(word) || ABBREVIATIONS.has(word) || ROMAN.test(word) ? word : word.toLowerCase(),
  )
  result = result.replace(PLACE, (_, unit: string, name: string) => unit + placeName(name))
  for (const name of [...namesFor(result, told), ...SORTED_NAMES]) result = restore(result, name)
  result = restoreCitations(text, result)
  return capitaliseStarts(result)
}

const SORTED_NAMES = PROPER_NAMES.toSorted((a, b) => a.length - b.length)

/** What a reference text tells about its own words. */
interface Told {
  /** Words in capitals inside small text. */
  abbreviations: ReadonlySet<string>
  /** Names by their first word, in small letters, each with its place among all names. */
  names: ReadonlyMap<string, { name: string; place: number }[]>
}

// A document has one text and may have a thousand lines in capitals: it is read once for all.
let last: { reference: string; told: Told } | undefined

function toldBy(reference: string): Told {
  if (last?.reference !== reference) {
    last = {
      reference,
      told: { abbreviations: abbreviationsIn(reference), names: namesIn(reference) },
    }
  }
  return last.told
}

// Words without a vowel cannot be words; words in capitals inside small text are abbreviations.
function keptWords(text: string, abbreviations: ReadonlySet<string>): Set<string> {
  const words = text.match(/\p{Lu}{2,}/gu) ?? []
  const isKnown = (word: string) =>
    abbreviations.has(word) && word.length > 2 && !hasMarkedVowel(word)
  return new Set(words.filter((word) => isConsonants(word) || isKnown(word)))
}

function abbreviationsIn(reference: string): Set<string> {
  const inSmallText = reference
    .split('\n')
    .filter((line) => !isAllCapitals(line))
    .flatMap((line) => line.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? [])
  return new Set(inSmallText)
}

function isConsonants(word: string): boolean {
  return !/[AEIOUY]/u.test(word.normalize('NFD').toUpperCase())
}

function hasMarkedVowel(word: string): boolean {
  return /\p{M}/u.test(word.normalize('NFD')) && !/^[A-ZĐ]+$/u.test(word)
}

function placeName(words: string): string {
  const [first = '', second] = words.trim().split(' ')
  if (NOT_A_NAME.has(first)) return words
  const names = second === undefined || NOT_A_NAME.has(second) ? [first] : [first, second]
  return words.replace(names.join(' '), names.map(capitalise).join(' '))
}

// "Phú Yên" in the middle of a sentence is a name; the first word of a sentence tells nothing.
function namesIn(reference: string): Told['names'] {
  const found = reference.matchAll(/(?<=\p{Ll},? )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu)
  const names = [...new Set([...found].map((match) => match[0]))]
  return Map.groupBy(
    names.map((name, place) => ({ name, place })),
    ({ name }) => firstWord(name),
  )
}

/** Of these names, those that a text may hold, in the order of the reference text. */
function namesFor(text: string, { names }: Told): string[] {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu))
  return [...words]
    .flatMap((word) => names.get(word) ?? [])
    .toSorted((a, b) => a.place - b.place)
    .map(({ name }) => name)
}

function firstWord(name: string): string {
  return name.slice(0, name.indexOf(' ')).toLowerCase()
}

function restore(text: string, name: string): string {
  const lower = name.toLowerCase()
  let result = text
  for (let at = result.toLowerCase().indexOf(lower); at >= 0;) {
    const isWhole = !isLetter(result[at - 1]) && !isLetter(result[at + name.length])
    if (isWhole) result = result.slice(0, at) + name + result.slice(at + name.length)
    at = result.toLowerCase().indexOf(lower, at + name.length)
  }
  return result
}

function restoreCitations(text: string, result: string): string {
  let restored = result
  for (const citation of findCitations(text).toReversed()) {
    const before = restored.slice(0, citation.index)
    restored =
      kindCapital(before) + citation.number + restored.slice(citation.index + citation.length)
  }
  return restored
}

// "Nghị quyết số 12/NQ-CP": the kind of a named document begins with a capital.
function kindCapital(before: string): string {
  for (const { label } of LONGEST_KINDS) {
    const match = new RegExp(`(?<!\\p{L})${label}(?=(?: hành động)?(?: số)?:? *$)`, 'iu').exec(
      before,
    )
    if (match)
      return before.slice(0, match.index) + label + before.slice(match.index + label.length)
  }
  return before
}

const LONGEST_KINDS = DOCUMENT_KINDS.toSorted((a, b) => b.label.length - a.label.length)

function capitaliseStarts(text: string): string {
  return text.replace(/^(\P{L}*(?:[IVX]+[.)] |\d+[.)] )?)(\p{Ll})|([.!?] )(\p{Ll})/gu, (found) => {
    const last = found.length - 1
    return found.slice(0, last) + found.slice(last).toUpperCase()
  })
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character)
}
