import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from '#shared/vocabulary/file-kinds.ts'
import { kindOfCompoundFile } from './compound-file.ts'
import { FileRefused } from './file-refused.ts'
import { kindOfOfficePackage } from './office-package.ts'

/** What an attachment is, by its content. */
export interface IdentifiedFile {
  readonly kind: FileKind
  readonly mimeType: string
  readonly extension: string
  /** The job that reads its text; `null` where no text is read. */
  readonly reader: 'pdf' | 'word' | null
}

/**
 * Judges an attachment by its content, whatever it is called.
 * @param extension the ending that the sender gave it, lower case
 * @throws FileRefused where it is no PDF, Word, Excel or ZIP file that everyone can open
 */
export async function identifyFile(data: Buffer, extension: string): Promise<IdentifiedFile> {
  const mimeType = (await fileTypeFromBuffer(data))?.mime ?? ''
  if (mimeType === 'application/pdf') {
    return { kind: 'pdf', mimeType, extension: 'pdf', reader: 'pdf' }
  }
  if (mimeType === 'application/x-cfb') {
    return { ...(kindOfCompoundFile(data) ?? refuse()), reader: null }
  }
  if (isZipLike(mimeType)) return identifyZip(data, mimeType, extension)
  return refuse()
}

const OFFICE_EXTENSIONS = ['docx', 'docm', 'dotx', 'xlsx', 'xlsm', 'xltx', 'pptx', 'odt', 'ods']

function identifyZip(data: Buffer, mimeType: string, extension: string): IdentifiedFile {
  const office = kindOfOfficePackage(data)
  if (office) return { ...office, reader: office.kind === 'word' ? 'word' : null }
  if (OFFICE_EXTENSIONS.includes(extension)) {
    throw new FileRefused(
      'file_broken',
      `Tệp mang đuôi .${extension} nhưng bên trong không phải tài liệu Word hay Excel. Hãy mở bằng Word hoặc Excel, lưu lại dạng .docx, .xlsx rồi tải lên.`,
    )
  }
  if (mimeType !== 'application/zip') return refuse()
  return { kind: 'zip', mimeType, extension: 'zip', reader: null }
}

/** All that are a ZIP inside, whatever they hold. */
function isZipLike(mimeType: string): boolean {
  return /zip|openxmlformats|ms-(word|excel)|java-archive|opendocument/.test(mimeType)
}

function refuse(): never {
  throw new FileRefused(
    'file_type_refused',
    'Chỉ nhận tệp PDF, Word (.docx, .doc), Excel (.xlsx, .xls) và ZIP, xét theo nội dung chứ không theo tên. Ảnh hãy tải lên ở mục Ảnh.',
  )
}
