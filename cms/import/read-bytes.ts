import { open } from 'node:fs/promises'
import { UnreadableFile } from './unreadable-file.ts'

const LARGEST_FILE = 20 * 1024 * 1024

/**
 * The bytes of a file to import.
 * @throws UnreadableFile when it is missing, empty, too large or no file
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    await using handle = await open(file, 'r')
    const status = await handle.stat()
    if (status.isDirectory()) throw new UnreadableFile('Đây là thư mục, không phải tệp.')
    if (!status.isFile()) throw new UnreadableFile('Đây không phải tệp thường.')
    if (status.size > LARGEST_FILE) {
      throw new UnreadableFile('Tệp lớn hơn 20 MB. Hãy tách nhỏ hoặc bỏ ảnh rồi nhập lại.')
    }
    if (status.size === 0) throw new UnreadableFile('Tệp trống.')
    return await handle.readFile()
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(messageOf(error), { cause: error })
  }
}

function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'Không tìm thấy tệp.'
  if (code === 'EACCES' || code === 'EPERM') return 'Không có quyền đọc tệp.'
  if (code === 'EISDIR') return 'Đây là thư mục, không phải tệp.'
  return `Không đọc được tệp (${String(code ?? error)}).`
}
