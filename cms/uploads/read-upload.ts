import { BoundedReader } from '#cms/reading/bounded-reader.ts'
import type { CleanPicture } from '#cms/reading/clean-picture.ts'
import { FileRefused } from '#cms/reading/file-refused.ts'
import type { IdentifiedFile } from '#cms/reading/identify-file.ts'
import type { ReadText } from '#cms/reading/kept-text.ts'
import { ReadingLimit } from '#cms/reading/reading-limit.ts'
import { UploadError } from './upload-error.ts'

const MEGABYTE = 1024 * 1024

/** What the text of an honest document needs, with room to spare (docs/decisions/021). */
const FILE_LIMITS = { heap: 128 * MEGABYTE, memory: 240 * MEGABYTE, timeMs: 5_000 }
/** A photo of 100 megapixels that must be turned upright is in memory as a whole. */
const PICTURE_LIMITS = { heap: 128 * MEGABYTE, memory: 700 * MEGABYTE, timeMs: 15_000 }
/** Longer than the texts of several files need: who waits in vain must send the file again. */
const PATIENCE_MS = 45_000
/** A file whose turn does not come is kept without its text, so its editor need not wait long. */
const TEXT_PATIENCE_MS = 15_000

/**
 * What an attachment is.
 * @throws UploadError where it is nothing that is taken, or cannot be looked at now
 */
export async function identifyUpload(data: Buffer, extension: string): Promise<IdentifiedFile> {
  const wish = { job: 'identify', question: { extension }, data } as const
  try {
    return await readers().files.read({ ...wish, patienceMs: PATIENCE_MS, isUrgent: true })
  } catch (error) {
    throw refusalOf(error, [
      'file_broken',
      'Không xem được tệp này là gì: bên trong có quá nhiều phần hoặc cấu trúc bất thường. Hãy mở bằng phần mềm đã tạo ra tệp, lưu lại rồi tải lên.',
    ])
  }
}

/**
 * The text of an attachment for the search.
 * @throws UploadError where the file is broken or locked
 * @throws ReadingLimit where the text cannot be read within the limits
 */
export async function readUploadText(data: Buffer, job: 'pdf' | 'word'): Promise<ReadText> {
  try {
    return await readers().files.read({ job, question: null, data, patienceMs: TEXT_PATIENCE_MS })
  } catch (error) {
    throw error instanceof ReadingLimit ? error : refusalOf(error)
  }
}

/**
 * A picture as it is stored.
 * @throws UploadError where it is no picture that is taken, or cannot be looked at now
 */
export async function cleanUploadedPicture(data: Buffer): Promise<CleanPicture> {
  const wish = { job: 'picture', question: null, data } as const
  try {
    return await readers().pictures.read({ ...wish, patienceMs: PATIENCE_MS })
  } catch (error) {
    throw refusalOf(error, [
      'picture_too_large',
      'Ảnh cần quá nhiều bộ nhớ hoặc thời gian để xử lý. Hãy thu nhỏ ảnh, hoặc lưu lại dạng JPEG thường, rồi tải lên.',
    ])
  }
}

/** Pages and the API of the cms are bundles of their own, but they share the readers. */
function readers(): { files: BoundedReader; pictures: BoundedReader } {
  const shared = globalThis as { [READERS]?: ReturnType<typeof readers> }
  return (shared[READERS] ??= {
    files: new BoundedReader(FILE_LIMITS),
    pictures: new BoundedReader(PICTURE_LIMITS),
  })
}

const READERS = Symbol.for('portal.upload-readers')

/** @param heavy what to say of a file that breaks a limit */
function refusalOf(
  error: unknown,
  heavy?: [code: 'file_broken' | 'picture_too_large', message: string],
): unknown {
  if (error instanceof FileRefused) return new UploadError(error.code, error.message)
  if (!(error instanceof ReadingLimit) || !heavy) return error
  if (error.limit !== 'turn') return new UploadError(...heavy)
  return new UploadError(
    'reading_busy',
    'Máy chủ đang đọc nhiều tệp khác. Hãy đợi một phút rồi tải lại.',
  )
}
