import type { FileKind } from '#shared/vocabulary/file-kinds.ts'
import { encrypted, macros } from './office-problems.ts'

/**
 * What a compound file (the container of Word and Excel before 2007; MS-CFB) holds, by the names of
 * its streams; `null` for anything else in that container.
 * @throws FileRefused where it is locked with a password or carries macros
 */
export function kindOfCompoundFile(
  data: Buffer,
): { kind: FileKind; mimeType: string; extension: string } | null {
  const has = (stream: string) => data.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) throw encrypted()
  if (has('_VBA_PROJECT')) throw macros()
  if (has('WordDocument')) {
    return { kind: 'word', mimeType: 'application/msword', extension: 'doc' }
  }
  if (has('Workbook')) {
    return { kind: 'excel', mimeType: 'application/vnd.ms-excel', extension: 'xls' }
  }
  return null
}
