import { findDate } from '#shared/vietnamese/dates.ts'
import { fileAddress, findAddresses } from './addresses.ts'
import { hasFamilyName, readName } from './names.ts'
import { readMarker } from './markers.ts'
import type { ImportRecord, Line } from './types.ts'

type NewsFacts = Pick<
  ImportRecord,
  'byline' | 'source' | 'sourceUrl' | 'publishedAt' | 'captions' | 'attachments' | 'warnings'
>

/** What a page says about the article itself, taken out of its text. */
interface FoundNewsFacts extends NewsFacts {
  lines: Line[]
}

const STAMP =
  /^(?:(?:Ngày đăng|Ngày tạo|Ngày viết|Ngày cập nhật|Cập nhật(?: lúc| ngày)?|Đăng (?:ngày|lúc)|Thời gian)\s*:?\s*)?(?:(?:Thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|Chủ nhật)[\s,]+)?(?:ngày\s+)?[()]?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}[\s,|(–-]*(?:lúc\s*)?(?:\d{1,2}\s*[:hg]\s*\d{2}(?::\d{2})?)?\s*(?:AM|PM|SA|CH)?\s*\(?(?:GMT\s*\+?\s*7)?\)?$/iu
const TIME_FIRST =
  /^\d{1,2}[:h]\d{2}[\s,|–-]+(?:(?:Thứ \p{L}+|Chủ nhật)[\s,]+)?(?:ngày\s+)?\d{1,2}\/\d{1,2}\/\d{4}$/iu
const TIME = /(\d{1,2})\s*[:hg]\s*(\d{2})/u
const BYLINE =
  /^(?:Tác giả|Bài(?:,| và)? ảnh|Tin(?:,| và)? (?:bài|ảnh)|Bài viết|Tin|Bài|Người viết|Phóng viên|Người đăng|Bởi)\s*:\s*(.{2,60})$/iu
const SOURCE =
  /^\(?(?:Nguồn(?: tin)?\s*:\s*|Theo\s+(?=\p{Lu}))([^.;:]{2,60}(?:\.\p{L}{2,})*[^.;:]{0,40})\)?\.?$/u
const SOURCE_ADDRESS = /^\(?(?:Nguồn(?: tin)?|Theo|Link gốc|Bài gốc)\s*:?\s*(?=https?:|www\.)/iu
const CAPTION =
  /^\(?(?:Ảnh(?: minh họa| tư liệu)?|Hình(?: ảnh)?(?: \d+)?|Chú thích(?: ảnh)?)\s*[:.]\s*(.{2,})$/iu
// Facts about an article stand within so many lines of its end or beginning.
const NEAR = 6

/** Takes date, byline, source, captions and addresses of files out of the lines. */
export function takeNewsFacts(lines: readonly Line[]): FoundNewsFacts {
  const found: FoundNewsFacts = { lines: [], captions: [], attachments: [], warnings: [] }
  for (const [index, line] of lines.entries()) {
    const isNearEnd = index >= lines.length - NEAR && index > 0
    const isNearTop = index < NEAR
    const isTaken =
      line.hint !== 'table' &&
      line.hint !== 'heading' &&
      (takeAddress(line, found) ||
        takeCaption(line, lines[index - 1], found) ||
        ((isNearTop || isNearEnd) && takeStamp(line, found)) ||
        ((isNearTop || isNearEnd) && takeByline(line, found)) ||
        (isNearEnd && takeSource(line, found)))
    if (!isTaken) found.lines.push(line)
  }
  takeBareName(found)
  return found
}

function takeAddress(line: Line, found: FoundNewsFacts): boolean {
  const addresses = findAddresses(line.text)
  const files = addresses.filter(fileAddress)
  for (const address of files)
    if (!found.attachments.includes(address)) found.attachments.push(address)
  const rest = files.reduce((text, address) => text.replace(address, ''), line.text)
  return (
    files.length > 0 &&
    /^(?:[\P{L}]|tải về|tải tệp|tệp đính kèm|file đính kèm|tại đây|xem|chi tiết|download)*$/iu.test(
      rest,
    )
  )
}

function takeCaption(line: Line, before: Line | undefined, found: FoundNewsFacts): boolean {
  const labelled = CAPTION.exec(line.text)
  const isShort = line.text.length <= 300
  const isUnderPicture =
    line.isAfterPicture === true &&
    isShort &&
    !line.hasGap &&
    before !== undefined &&
    !/[.;:]$/u.test(line.text)
  const isSlanted =
    line.isAfterPicture === true && isShort && /^<em>[^<]*<\/em>$/u.test(line.html ?? '')
  if (line.hint !== 'caption' && !isUnderPicture && !isSlanted && !(labelled && isShort))
    return false
  found.captions.push(
    line.hint !== 'caption' && labelled?.[1] ? labelled[1].replace(/\)$/u, '') : line.text,
  )
  return true
}

function takeStamp(line: Line, found: FoundNewsFacts): boolean {
  if (!STAMP.test(line.text) && !TIME_FIRST.test(line.text)) return false
  const date = findDate(line.text)
  if (!date) return false
  const rest = line.text.slice(0, date.index) + ' ' + line.text.slice(date.index + date.length)
  found.publishedAt ??= withTime(date.date, TIME.exec(rest), /\b(?:PM|CH)\b/iu.test(rest))
  return true
}

function withTime(date: string, time: RegExpExecArray | null, isAfternoon: boolean): string {
  if (!time) return date
  const hour = (Number(time[1]) % 12) + (isAfternoon || Number(time[1]) >= 12 ? 12 : 0)
  const hours = Number(time[1]) === 12 && !isAfternoon ? 12 : hour
  if (hours > 23 || Number(time[2]) > 59) return date
  return `${date}T${String(hours).padStart(2, '0')}:${time[2]}:00+07:00`
}

function takeByline(line: Line, found: FoundNewsFacts): boolean {
  const name = BYLINE.exec(line.text)?.[1]?.trim()
  if (!name || /[.;]$/u.test(name)) return false
  found.byline ??= name
  return true
}

function takeSource(line: Line, found: FoundNewsFacts): boolean {
  if (SOURCE_ADDRESS.test(line.text)) {
    found.sourceUrl = findAddresses(line.text)[0]
    return true
  }
  const source = SOURCE.exec(line.text)?.[1]?.trim()
  if (!source || source.split(' ').length > 10) return false
  found.source = source.replace(/\)$/u, '')
  return true
}

// A name alone at the end, set to the right or not.
function takeBareName(found: FoundNewsFacts): void {
  if (found.byline) return
  const last = found.lines.at(-1)
  if (!last || found.lines.length < 2 || last.hint === 'heading') return
  const isRight = last.indent >= 20
  const text = last.text.replace(/^[-–—]\s*/u, '').replace(/\.$/u, '')
  const isPenName =
    isRight && text.length <= 60 && text.split(' ').length <= 8 && !readMarker(last.text)
  const name = readName(text)
  if (!name && !isPenName) return
  found.lines.pop()
  found.byline = name ?? text
  if (!isRight && !hasFamilyName(found.byline)) {
    found.warnings.push(`Chưa chắc “${found.byline}” là tác giả.`)
  } else if (!name) found.warnings.push(`Chưa chắc “${found.byline}” là tên tác giả.`)
}
