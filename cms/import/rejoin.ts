import { isAllCapitals } from '#shared/vietnamese/sentence-case.ts'
import { readMarker } from './markers.ts'
import type { Line } from './types.ts'

const ENDED = /(?:[.!?:;…]|\.\/\.)["”’)\]]*$/u
// A line that ends in such a word goes on, whatever the next begins with.
const OPEN_END =
  /(?:,|(?:^| )(?:các|những|và|của|với|cho|tại|về|theo|số|ngày|tháng|năm|là|do|từ|đến|trong|trên|thuộc|giữa|bởi|hoặc|để|bằng|qua|tỉnh|huyện|xã|thành phố))$/iu
const SURELY_OPEN =
  / (?:các|những|và|của|với|cho|tại|về|theo|số|ngày|là|do|từ|trong|thuộc|bởi|hoặc|để|bằng)$/iu
const STARTS_SMALL = /^["“(]?\p{Ll}/u
const STARTS_OWN = /^(?:Nơi nhận|Kính gửi|Số\s*:|Căn cứ |Theo đề nghị|Xét đề nghị|https?:\/\/)/iu
const SINGLE_WORD = /^\p{Lu}\p{Ll}{0,6}$/u
// From this share of the longest line on, a line was broken because it was full.
const FULL = 0.8
// In so short a text one broken sentence is enough of a sign.
const FEW = 15

/** Joins the lines of hard-wrapped paragraphs; a text that is not hard-wrapped comes back as it is. */
export function rejoinLines(lines: readonly Line[]): Line[] {
  if (!isHardWrapped(lines)) return joinLoneMarkers(lines)
  const width = usualWidth(lines)
  const joined: Line[] = []
  let last: string | undefined
  for (const [index, line] of lines.entries()) {
    const current = joined.at(-1)
    const goesOn =
      current && last !== undefined && continues(current, last, line, lines[index + 1], width)
    if (goesOn) joined[joined.length - 1] = { ...current, text: join(current.text, line.text) }
    else joined.push(line)
    last = line.text
  }
  return joined
}

// A line that cannot end here, or one that begins with a small letter after a line without an end,
// was broken inside a sentence.
function isHardWrapped(lines: readonly Line[]): boolean {
  const inner = lines.filter((line) => !line.hasGap).length
  const broken = lines.filter((line, index) => {
    const before = lines[index - 1]
    if (line.hasGap || !before || ENDED.test(before.text)) return false
    return SURELY_OPEN.test(before.text) || (STARTS_SMALL.test(line.text) && !readMarker(line.text))
  }).length
  return broken >= 2 || (broken === 1 && inner <= FEW)
}

function usualWidth(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.text.length).toSorted((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.95)] ?? 0
}

function continues(
  current: Line,
  last: string,
  line: Line,
  next: Line | undefined,
  width: number,
): boolean {
  if (line.hasGap) return false
  if (isLoneMarker(current.text)) return true
  if (STARTS_SMALL.test(line.text) && readMarker(line.text)?.kind !== 'letter') return true
  const marker = readMarker(line.text)
  if ((marker && !isDateOrNumber(line.text)) || STARTS_OWN.test(line.text)) return false
  if (isAllCapitals(last) !== isAllCapitals(line.text)) return false
  if (isAllCapitals(last)) return OPEN_END.test(last) || continuesCapitals(current.text, line.text)
  const isFull = last.length >= width * FULL
  // A word alone on its line begins a paragraph in texts that were copied out of markup.
  if (SINGLE_WORD.test(line.text) && next && STARTS_SMALL.test(next.text)) {
    return isFull && !ENDED.test(last)
  }
  return isFull || OPEN_END.test(last)
}

function isLoneMarker(text: string): boolean {
  const marker = readMarker(text)
  return (
    marker !== null &&
    marker.rest === '' &&
    ['bullet', 'number', 'roman', 'letter'].includes(marker.kind)
  )
}

// "12. 3. 2020" cannot occur, but "03/10/2017" or "155/KH-UBND" may begin a line.
function isDateOrNumber(text: string): boolean {
  return /^\d{1,5}\s*\//u.test(text)
}

function continuesCapitals(current: string, line: string): boolean {
  return (
    ![AUTHORITY, STANDS_ALONE].some((pattern) => pattern.test(line)) && !isWholeInCapitals(current)
  )
}

// A name may follow the office of a signer.
function isWholeInCapitals(current: string): boolean {
  return STANDS_ALONE.test(current) || OFFICE.test(current)
}

const OFFICE =
  /^(?:KT\.|TL\.|TUQ\.|Q\.|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|BỘ TRƯỞNG))/u
const AUTHORITY =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|TRUNG TÂM|CỤC|CHI CỤC|TỈNH ỦY|CHÍNH PHỦ|TM\.|KT\.|TL\.|TUQ\.|Q\.|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG))/u
const STANDS_ALONE =
  /^(?:QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|CHỈ THỊ|THÔNG BÁO|BÁO CÁO|CHƯƠNG TRÌNH|HƯỚNG DẪN|TỜ TRÌNH|CÔNG ĐIỆN|QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|THÔNG TƯ|NGHỊ ĐỊNH|PHƯƠNG ÁN|DỰ ÁN|BIÊN BẢN)\s*:?$|CỘNG H(?:ÒA|OÀ) XÃ HỘI|^CHƯƠNG [IVX]+$/u

// A mark may stand alone on its line in any text.
function joinLoneMarkers(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const current = joined.at(-1)
    if (current && !line.hasGap && isLoneMarker(current.text)) {
      joined[joined.length - 1] = { ...current, text: join(current.text, line.text) }
    } else joined.push(line)
  }
  return joined
}

function join(text: string, more: string): string {
  return `${text} ${more}`
}
