import { fold } from '#shared/vietnamese/fold.ts'
import { isAllCapitals, sentenceCase } from '#shared/vietnamese/sentence-case.ts'
import { isCategoryName } from './junk.ts'
import { readMarker } from './markers.ts'
import type { PageFacts } from './page-facts.ts'
import type { Line } from './types.ts'

/** The title with what stood around it. */
export interface FoundTitle {
  lines: Line[]
  title: string
  category?: string
  /** Captions of pictures that the page marked by repeating its title. */
  captions: string[]
  warnings: string[]
}

const KNOWN_CATEGORIES = new Set(
  `khuyen cong; tin tuc; tin tuc - su kien; tin tuc su kien; su kien; thong bao; tin khuyen cong; hoat dong khuyen cong; cong nghiep; cong nghiep ho tro;
   thuong mai; cong thuong; tin cong thuong; tin noi bat; van ban; van ban phap luat; tin hoat dong; san xuat sach hon; san pham tieu bieu;
   xuc tien thuong mai; cum cong nghiep; nang luong; tu van; chuyen doi so; tin trong tinh; tin trong nuoc; che bien nong san`
    .split(';')
    .map((name) => name.replace(/\s+/gu, ' ').trim()),
)
const LONGEST_TITLE = 600
const LONGEST_CATEGORY = 40

/** Finds the title, takes it and its repetitions out, and writes it in small letters. */
export function takeTitle(lines: readonly Line[], facts?: PageFacts): FoundTitle {
  const { rest, category } = takeCategory(lines)
  const named = rest.findIndex((line) => isNamedTitle(line, facts))
  const at = named >= 0 && named < 12 ? named : 0
  const raw = rest[at]?.text ?? facts?.title ?? ''
  const isInText =
    rest[at] !== undefined && (named >= 0 || facts?.title === undefined || raw === facts.title)
  const title = isInText ? raw : (facts?.title ?? raw)
  const body = isInText ? rest.filter((_, index) => index !== at) : [...rest]
  const { lines: left, captions } = takeRepetitions(body, title)
  return {
    ...usualTitle(title, left),
    lines: left,
    captions,
    ...(category && { category }),
  }
}

// The page says which line it is: by its first heading, or by its head.
function isNamedTitle(line: Line, facts?: PageFacts): boolean {
  return (
    line.hint === 'title' || (facts?.title !== undefined && fold(line.text) === fold(facts.title))
  )
}

function takeCategory(lines: readonly Line[]): { rest: readonly Line[]; category?: string } {
  const [first, second, third] = lines
  if (!first || !second || first.hint === 'title') return { rest: lines }
  const isShort = first.text.length <= LONGEST_CATEGORY && isCategoryName(first.text)
  const isKnown = KNOWN_CATEGORIES.has(fold(first.text))
  // Two lines together above the text: the shorter names the category.
  const isAboveTitle =
    isShort &&
    !second.hasGap &&
    second.text.length > first.text.length * 1.5 &&
    !/[.:;]$/u.test(second.text) &&
    (third?.hasGap ?? false) &&
    !readMarker(second.text)
  if (!isKnown && !isAboveTitle) return { rest: lines }
  if (isCategoryName(first.text)) return { rest: lines.slice(1), category: first.text }
  return { rest: lines.slice(1) }
}

function takeRepetitions(
  lines: readonly Line[],
  title: string,
): { lines: Line[]; captions: string[] } {
  const left: Line[] = []
  const captions: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!
    if (fold(line.text) !== fold(title)) {
      left.push(line)
      continue
    }
    const next = lines[index + 1]
    const isCaption = next && !next.hasGap && next.text.length <= 300 && left.length > 0
    if (isCaption) {
      captions.push(next.text)
      index += 1
    }
  }
  return { lines: left, captions }
}

function usualTitle(title: string, body: readonly Line[]): { title: string; warnings: string[] } {
  const plain = title.replace(/^["“](.*)["”]$/u, '$1').replace(/(?<!\.)\.$/u, '')
  if (plain.length > LONGEST_TITLE) {
    const warning = 'Không thấy dòng tiêu đề; đã lấy câu đầu. Hãy đặt tiêu đề.'
    return { title: plain.slice(0, plain.indexOf(' ', 150)), warnings: [warning] }
  }
  if (!isAllCapitals(plain)) return { title: plain, warnings: [] }
  const reference = body.map((line) => line.text).join('\n')
  const warning = 'Tiêu đề viết hoa toàn bộ, đã chuyển sang chữ thường. Hãy kiểm tra tên riêng.'
  return { title: sentenceCase(plain, reference), warnings: [warning] }
}
