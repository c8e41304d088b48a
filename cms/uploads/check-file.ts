import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from '#shared/vocabulary/file-kinds.ts'
import { kindOfCompoundFile } from './compound-file.ts'
import { kindOfOfficePackage } from './office-package.ts'
import { readPdf } from './read-pdf.ts'
import { readWord } from './read-word.ts'
import { UploadError } from './upload-error.ts'

/** What an attachment is, by its content. */
export interface CheckedFile {
  readonly kind: FileKind
  readonly mimeType: string
  readonly extension: string
  /** Number of pages where the format tells it. */
  readonly pages: number | null
  /** Its text, `null` where it has none that can be read. */
  readonly text: string | null
}

/**
 * Judges an attachment by its content, whatever it is called, and reads its text.
 * @param extension the ending that the sender gave it, lower case
 * @throws UploadError where it is no whole PDF, Word, Excel or ZIP file that everyone can open
 */
export async function checkFile(data: Buffer, extension: string): Promise<CheckedFile> {
  const mimeType = (await fileTypeFromBuffer(data))?.mime ?? ''
  if (mimeType === 'application/pdf') {
    return { kind: 'pdf', mimeType, extension: 'pdf', ...(await readPdf(data)) }
  }
  if (mimeType === 'application/x-cfb') {
    const file = kindOfCompoundFile(data)
    return { ...(file ?? refuse()), pages: null, text: null }
  }
  if (isZipLike(mimeType)) return checkZip(data, mimeType, extension)
  return refuse()
}

const OFFICE_EXTENSIONS = ['docx', 'docm', 'dotx', 'xlsx', 'xlsm', 'xltx', 'pptx', 'odt', 'ods']

async function checkZip(data: Buffer, mimeType: string, extension: string): Promise<CheckedFile> {
  const office = kindOfOfficePackage(data)
  if (office?.kind === 'word') return { ...office, ...(await readWord(data)) }
  if (office) return { ...office, pages: null, text: null }
  if (OFFICE_EXTENSIONS.includes(extension)) {
    throw new UploadError(
      'file_broken',
      `Tệp mang đuôi .${extension} nhưng bên trong không phải tài liệu Word hay Excel. Hãy mở bằng Word hoặc Excel, lưu lại dạng .docx, .xlsx rồi tải lên.`,
    )
  }
  if (mimeType !== 'application/zip') return refuse()
  return { kind: 'zip', mimeType, extension: 'zip', pages: null, text: null }
}

/** All that are a ZIP inside, whatever they hold. */
function isZipLike(mimeType: string): boolean {
  return /zip|openxmlformats|ms-(word|excel)|java-archive|opendocument/.test(mimeType)
}

function refuse(): never {
  throw new UploadError(
    'file_type_refused',
    'Chỉ nhận tệp PDF, Word (.docx, .doc), Excel (.xlsx, .xls) và ZIP, xét theo nội dung chứ không theo tên. Ảnh hãy tải lên ở mục Ảnh.',
  )
}
