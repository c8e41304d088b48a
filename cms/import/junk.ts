import { fold } from '#shared/vietnamese/fold.ts'
import { formatNumber } from '#shared/vietnamese/numbers.ts'
import type { Line } from './types.ts'

/** Lines without what the old page put around them, and what the dropped ones said. */
interface SiftedLines {
  lines: Line[]
  dropped: string[]
  /** Last part of a breadcrumb, when it names more than "news". */
  category?: string
  notes: string[]
}

const WORDS = new Set(
  `zalo; facebook; twitter; x; tweet; linkedin; google; google+; pinterest; youtube; email; chia se; like; share; print; in trang; in bai viet; in;
   in trang nay; gui email; gui cho ban be; luu; sao chep; sao chep lien ket; quay lai; tro ve; ve trang truoc; len dau trang;
   ve dau trang; doc bai viet; nghe doc bai; nghe bai viet; xem nhanh; xem them; doc tiep; trang chu; menu; tim kiem;
   dang nhap; dang ky; lien he; gop y; danh gia; theo doi; mac dinh; co chu; co chu mac dinh; a-; a+; a; tang co chu; giam co chu;
   tuong phan; chon co chu; kich thuoc chu; ban do; rss; tieng viet; english; noi dung chinh; bai truoc; bai sau; bai viet truoc;
   bai viet sau; tin truoc; tin sau; ten; ten *; ho va ten; ho va ten *; ho ten; ho ten *; email *; trang web; noi dung *; binh luan *; ma bao mat *; gui; gui binh luan; gui y kien; nhap lai;
   phan hoi; danh muc; chuyen muc; chi tiet tin; chi tiet bai viet; chi tiet van ban; tin tuc su kien`
    .split(';')
    .map((words) => words.replace(/\s+/gu, ' ').trim()),
)
/** The name of a template or a block, such as `news_detail-news`. */
const MACHINE_WORD = /^[a-z\d]+(?:[_-][a-z\d]+)*_[a-z\d]+(?:[_-][a-z\d]+)*$/u
const SHARE_WORD = /^(?:zalo|facebook|twitter|email|print|like|share|tweet)$/u
const PATTERNS = [
  /^(?:so |tong so )?(?:luot (?:truy cap|xem|doc|tai)|dang (?:truy cap|online|xem)|da xem|hom nay|hom qua|thang nay|tat ca|truy cap)\s*:?\s*[\d.,]*(?: luot| nguoi)?$/u,
  /^[\d.,]+ (?:luot|nguoi) (?:xem|doc|truy cap|dang online)$/u,
  /^(?:chia se|share)(?: bai viet)?(?: tren| qua| len| voi)?\s*:?\s*(?:zalo|facebook|twitter|email|ban be)?[\s,|]*$/u,
  /^(?:chia se|zalo|facebook|twitter|email|print|in trang|like|share|tweet)(?:[\s|,/•·-]+(?:chia se|zalo|facebook|twitter|email|print|in trang|like|share|tweet|gui email|luu))+$/u,
  /^email cua ban se (?:khong|ko) duoc/u,
  /^cac truong bat buoc/u,
  /^(?:luu ten cua toi|thong bao cho toi qua email)/u,
  /^(?:tags?|tu khoa|the)\s*:/u,
  /^(?:nguoi dang|dang boi|nguoi gui|bien tap|post by|posted by)\s*:?\s*(?:admin\w*|quan tri\w*|bbt)$/u,
  /^(?:©|copyright|ban quyen)/u,
  /^(?:co chu|kich co chu)\s*:/u,
  /^(?:a[-+]? ?)+$/u,
  /^[|_=*•.~-]+$/u,
  MACHINE_WORD,
  /^(?:javascript|function|var) ?[(:]/u,
  /^\[?(?:image|anh|hinh anh|video|quang cao)\]?$/u,
]
const TAIL =
  /^(?:(?:cac |nhung )?(?:tin|bai|bai viet|tin tuc|tin bai|van ban|thong tin)(?: tuc)? (?:lien quan|khac|cung chuyen muc|cung loai|moi hon|cu hon|moi nhat|da dang|da dua|doc nhieu|xem nhieu|khac cung chuyen muc|cung chu de)(?: khac)?|tra loi|de lai (?:mot )?(?:binh luan|tra loi)|binh luan(?: bai viet)?|y kien (?:ban doc|cua ban)|gui (?:binh luan|phan hoi|y kien)(?: cua ban)?|co the ban quan tam|xem them cac tin khac)(?: \(\d+\))?\s*:?$/u
const COUNTER = /^(?:so |tong so )?luot truy cap\s*:?\s*([\d.,]*)$/u
// A paragraph this long is not a title in a list of other news.
const LONG = 350

/** Drops counters, breadcrumbs, share words, forms, and the lists of other news at the end. */
export function siftLines(lines: readonly Line[]): SiftedLines {
  const sifted: SiftedLines = { lines: [], dropped: [], notes: [] }
  const end = findTail(lines)
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!
    const crumbs = index < end ? readBreadcrumb(line.text) : null
    if (index >= end) sifted.dropped.push(line.text)
    else if (crumbs) {
      sifted.dropped.push(line.text)
      sifted.category = crumbs.category
    } else if (isCounter(line.text)) index = dropCounter(lines, index, sifted)
    else if (isJunk(line)) sifted.dropped.push(line.text)
    else sifted.lines.push(line)
  }
  return sifted
}

function isJunk(line: Line): boolean {
  if (line.hint === 'table') return false
  const folded = fold(line.text)
  return (
    WORDS.has(folded.replace(/\s*:$/u, '')) ||
    PATTERNS.some((pattern) => pattern.test(folded)) ||
    // Lines below each other without a blank line have become one.
    folded.split(' ').every((word) => SHARE_WORD.test(word) || MACHINE_WORD.test(word))
  )
}

function isCounter(text: string): boolean {
  return COUNTER.test(fold(text))
}

// The number may stand in the line or in the next one.
function dropCounter(lines: readonly Line[], index: number, sifted: SiftedLines): number {
  const own = COUNTER.exec(fold(lines[index]!.text))?.[1]
  const next = lines[index + 1]?.text ?? ''
  const value = own || (/^[\d.,\s]+$/u.test(next) ? next : '')
  sifted.dropped.push(lines[index]!.text)
  const count = Number(value.replace(/\D/gu, ''))
  if (count > 0) sifted.notes.push(`Trang cũ đếm được ${formatNumber(count)} lượt truy cập.`)
  if (own || !value) return index
  sifted.dropped.push(next)
  return index + 1
}

function findTail(lines: readonly Line[]): number {
  const firstText = lines.findIndex(isSentence)
  const tail = lines.findIndex(
    (line, index) => index > firstText && firstText >= 0 && TAIL.test(fold(line.text)),
  )
  if (tail < 0) return lines.length
  const rest = lines.slice(tail)
  return rest.some((line) => line.text.length > LONG) ? lines.length : tail
}

function isSentence({ text }: Line): boolean {
  return text.length > 80 || (text.length > 30 && /[.!?]$/u.test(text))
}

function readBreadcrumb(text: string): { category?: string } | null {
  const isTrail =
    /^[/›»>]\s*\p{L}/u.test(text) ||
    /^(?:trang chu|home)\s*[/›»>|-]/u.test(fold(text)) ||
    (text.length < 150 && (text.match(/[›»]| > /gu)?.length ?? 0) >= 2)
  if (!isTrail || text.length > 250) return null
  const last =
    text
      .split(/[/›»>|]/u)
      .map((part) => part.trim())
      .filter(Boolean)
      .at(-1) ?? ''
  return isCategoryName(last) ? { category: last } : {}
}

const NO_CATEGORIES = new Set([
  'tin tuc',
  'trang chu',
  'tin tuc - su kien',
  'home',
  'chi tiet',
  'van ban',
])

/** Whether a breadcrumb's part names a category: short, and more than "Tin tức". */
export function isCategoryName(text: string): boolean {
  const folded = fold(text)
  return (
    folded.length >= 3 &&
    folded.length <= 40 &&
    !NO_CATEGORIES.has(folded) &&
    !/\d{3}/u.test(folded)
  )
}
