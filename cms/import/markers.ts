/** How a line of Vietnamese administrative text begins, and what follows. */
export type Marker =
  | { kind: 'bullet'; sign: string; rest: string }
  | { kind: 'roman' | 'number'; label: string; order: number; rest: string }
  | { kind: 'letter' | 'part' | 'chapter' | 'section' | 'article'; label: string; rest: string }

const BULLET =
  /^([-–—−+*•·●○◦▪■□➢►▶✓✔❖\uF0B7\uF02D\uF0A7]|o(?= ))(?: +|$)|^([-–•●▪+])(?=\p{Lu}\p{Ll})/u
const ROMAN = /^([IVX]{1,5})(?: ?[./)] ?| [-–] |$)/u
const NUMBER = /^(\d{1,2}) ?(?:[.)]|\/(?= ))(?: +|$|(?=\p{Lu}))/u
const SUB_NUMBER = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?: +|$)(?=\D|$)/u
const LETTER = /^(\p{Ll})\)(?: +|$)|^([a-eđ])\.(?: +)/u
const ARTICLE = /^(Điều \d{1,3}\p{Ll}?)(?: ?[.:](?: |$)|$)/iu
const CHAPTER = /^(Chương (?:[IVXL]+|\d{1,2}))(?: ?[.:-] ?| |$)/iu
const SECTION = /^((?:Tiểu )?Mục (?:\d{1,2}|[IVX]+))(?: ?[.:](?: |$)|$)/iu
const PART =
  /^(Phần (?:thứ \p{L}+|[IVX]+|\d{1,2})|Phụ lục(?: (?:[IVX]+|\d{1,2}))?)(?: ?[.:-] ?|$)/iu
const ROMAN_ORDER = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(
  ' ',
)

/** Reads the mark at the beginning of a line; `null` when it has none. */
export function readMarker(text: string): Marker | null {
  return readBullet(text) ?? readDivision(text) ?? readOrder(text)
}

function readBullet(text: string): Marker | null {
  const match = BULLET.exec(text)
  if (!match) return null
  const sign = match[1] ?? match[2] ?? ''
  return { kind: 'bullet', sign: canonicalSign(sign), rest: text.slice(match[0].length) }
}

function canonicalSign(sign: string): string {
  return /[-–—−\uF02D]/u.test(sign) ? '-' : sign
}

function readDivision(text: string): Marker | null {
  for (const [kind, pattern] of [
    ['article', ARTICLE],
    ['chapter', CHAPTER],
    ['section', SECTION],
    ['part', PART],
  ] as const) {
    const match = pattern.exec(text)
    if (match?.[1]) return { kind, label: match[1], rest: text.slice(match[0].length) }
  }
  return null
}

function readOrder(text: string): Marker | null {
  const roman = ROMAN.exec(text)
  const romanOrder = ROMAN_ORDER.indexOf(roman?.[1] ?? '') + 1
  if (roman?.[1] && romanOrder > 0 && /[./)-]|[-–]/u.test(roman[0])) {
    return {
      kind: 'roman',
      label: `${roman[1]}.`,
      order: romanOrder,
      rest: text.slice(roman[0].length),
    }
  }
  const sub = SUB_NUMBER.exec(text)
  if (sub?.[1]) {
    return { kind: 'letter', label: `${sub[1]}.`, rest: text.slice(sub[0].length) }
  }
  const number = NUMBER.exec(text)
  if (number?.[1]) {
    const order = Number(number[1])
    return { kind: 'number', label: `${order}.`, order, rest: text.slice(number[0].length) }
  }
  const letter = LETTER.exec(text)
  if (!letter) return null
  return { kind: 'letter', label: `${letter[1] ?? letter[2]})`, rest: text.slice(letter[0].length) }
}
