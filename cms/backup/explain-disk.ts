import { dirname } from 'node:path'
import { OperatorError } from '#cms/operator-error.ts'
import { shown } from './archive-error.ts'

/** What was to be done with an archive. */
type Purpose = 'write' | 'read' | 'try' | 'copy'

/**
 * Runs `work` on an archive.
 * @throws OperatorError with what to do, where the archive cannot be reached or a disk is full; all
 *   other errors as they are
 */
export async function explainingDisk<Result>(
  purpose: Purpose,
  path: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OperatorError) throw error
    const message = isDiskFull(error) ? FULL[purpose] : unreachable(error, purpose, path)
    throw message === null ? error : new OperatorError(message, { cause: error })
  }
}

const FULL: Record<Purpose, string> = {
  write:
    'Ổ đĩa đã hết chỗ nên chưa sao lưu được; không để lại tệp dở dang nào. Hãy dọn ổ đĩa, hoặc ghi ' +
    'bản sao lưu ra ổ khác, rồi chạy lại.',
  copy: 'Ổ đĩa đã hết chỗ nên chưa chuyển được; dữ liệu ở cả hai nơi vẫn như trước. Hãy dọn ổ đĩa rồi chạy lại.',
  try: 'Ổ đĩa đã hết chỗ nên chưa thử khôi phục được; bản sao lưu vẫn như trước. Hãy dọn ổ đĩa rồi chạy lại.',
  read: 'Ổ đĩa đã hết chỗ nên chưa khôi phục được; dữ liệu vẫn như trước. Hãy dọn ổ đĩa rồi chạy lại.',
}

/** Whether a disk had no room, also where that is the cause of the error that came out. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(ENOSPC|EDQUOT|EFBIG)$/.test(code) ||
    /database or disk is full|disk I\/O error|SQLITE_FULL|SQLITE_IOERR/.test(error.message) ||
    isDiskFull(error.cause)
  )
}

function unreachable(error: unknown, purpose: Purpose, path: string): string | null {
  const { code, path: place = path } = error as NodeJS.ErrnoException
  // An archive is written under a longer name at first.
  if (!place.startsWith(path)) return null
  switch (code) {
    case 'ENOENT':
      return purpose !== 'write'
        ? `Không có tệp ${shown(path)}. Hãy xem lại tên và thư mục.`
        : `Không có thư mục ${shown(dirname(path))}. Hãy tạo thư mục đó hoặc chọn nơi khác.`
    case 'ENOTDIR':
      return `Đường dẫn ${shown(path)} đi qua một tệp như qua thư mục. Hãy xem lại đường dẫn.`
    case 'EISDIR':
      return `${shown(path)} là thư mục. Hãy ghi tên một tệp.`
    case 'EACCES':
    case 'EPERM':
      return purpose !== 'write'
        ? `Không có quyền đọc tệp ${shown(path)}. Hãy chạy lệnh bằng tài khoản đọc được tệp đó.`
        : `Không có quyền ghi vào thư mục ${shown(dirname(path))}. Hãy chọn nơi khác hoặc cấp quyền.`
    case 'EROFS':
      return `Ổ đĩa của ${shown(path)} chỉ cho đọc. Hãy chọn nơi khác.`
    case 'ENAMETOOLONG':
      return 'Tên tệp quá dài. Hãy chọn tên ngắn hơn.'
    default:
      return null
  }
}
