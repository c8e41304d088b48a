import { OperatorError } from '#cms/operator-error.ts'

export type ArchiveErrorCode =
  | 'not_an_archive'
  | 'archive_truncated'
  | 'archive_damaged'
  | 'archive_newer'
  | 'archive_unsafe_name'
  | 'archive_too_large'
  | 'archive_exists'
  | 'source_changed'

/** Why an archive cannot be read or written, in Vietnamese, for the operator. */
export class ArchiveError extends OperatorError {
  override name = 'ArchiveError'
  readonly code: ArchiveErrorCode

  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Not written by `ArchiveWriter` at all, as far as can be seen. */
export function notAnArchive(cause?: unknown): ArchiveError {
  return new ArchiveError(
    'not_an_archive',
    'Tệp này không phải bản sao lưu của cổng. Hãy chọn tệp .tar.zst do lệnh sao lưu tạo ra.',
    { cause },
  )
}

/** The end is missing; `last` is the name of the last entry that was seen. */
export function truncated(last: string | null, cause?: unknown): ArchiveError {
  const place = last === null ? '' : `, đứt ở mục ${shown(last)} hoặc ngay sau đó`
  return new ArchiveError(
    'archive_truncated',
    `Bản sao lưu bị thiếu phần cuối${place}. Có thể tệp chưa được chép xong hoặc ổ đĩa đã đầy. ` +
      'Hãy chép lại tệp từ nơi lưu gốc, hoặc dùng một bản sao lưu khác.',
    { cause },
  )
}

/** The content is not as it was written; `reason` is a clause that follows a colon. */
export function damaged(name: string | null, reason: string, cause?: unknown): ArchiveError {
  const place = name === null ? '' : ` ở mục ${shown(name)}`
  return new ArchiveError(
    'archive_damaged',
    `Bản sao lưu bị hỏng${place}: ${reason}. ` +
      'Hãy chép lại tệp từ nơi lưu gốc, hoặc dùng một bản sao lưu khác.',
    { cause },
  )
}

/** A name that could lead outside its folder, or that no archive has. */
export function unsafeName(name: string): ArchiveError {
  return new ArchiveError(
    'archive_unsafe_name',
    `Bản sao lưu có mục mang tên lạ hoặc không an toàn: ${shown(name)}. Cổng không tạo ra tên như ` +
      'vậy, nên tệp có thể đã bị sửa. Hãy dùng một bản sao lưu khác.',
  )
}

/** More than a portal would ever write in this place. */
export function tooLarge(reason: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    'archive_too_large',
    `Bản sao lưu vượt quá giới hạn cho phép: ${reason}. ` +
      'Tệp có thể đã bị sửa; hãy dùng một bản sao lưu khác.',
    { cause },
  )
}

/** A name in quotes, fit for a terminal: no control or invisible characters, not too long. */
export function shown(name: string): string {
  const letters = [...name.replaceAll(/\p{C}/gu, '\uFFFD')]
  return `“${letters.length > 120 ? `${letters.slice(0, 120).join('')}…` : letters.join('')}”`
}
