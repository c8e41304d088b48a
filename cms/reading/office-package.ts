import { strFromU8, unzipSync, type Unzipped, type UnzipFileInfo } from 'fflate'
import type { FileKind } from '#shared/vocabulary/file-kinds.ts'
import { broken, macros } from './office-problems.ts'
import { ReadingLimit } from './reading-limit.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const MAX_CONTENT_TYPES = 1024 * 1024

const MAIN_PARTS = [
  {
    part: 'wordprocessingml.document.main+xml',
    kind: 'word',
    extension: 'docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    part: 'spreadsheetml.sheet.main+xml',
    kind: 'excel',
    extension: 'xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
] as const satisfies readonly {
  part: string
  kind: FileKind
  extension: string
  mimeType: string
}[]

/**
 * What an Office package (ECMA-376 part 2) holds, by its list of content types; `null` for a ZIP
 * that is none.
 * @throws FileRefused where it carries macros, or is no whole ZIP
 */
export function kindOfOfficePackage(
  data: Buffer,
): { kind: 'word' | 'excel'; mimeType: string; extension: string } | null {
  const names: string[] = []
  const parts = unpack(data, (entry) => {
    names.push(entry.name)
    return entry.name === CONTENT_TYPES && entry.originalSize <= MAX_CONTENT_TYPES
  })
  const types = parts[CONTENT_TYPES]
  if (!types) return null
  const list = strFromU8(types)
  const hasMacros = /macroEnabled|vbaProject/i.test(list)
  if (hasMacros || names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) throw macros()
  const main = MAIN_PARTS.find(({ part }) => list.includes(part))
  return main ? { kind: main.kind, mimeType: main.mimeType, extension: main.extension } : null
}

/**
 * Unpacks chosen entries. Each is inflated into the size that its header declares and no further,
 * so that a bomb that lies about its size fails instead of filling the memory.
 * @throws FileRefused where it is no whole ZIP
 */
export function unpack(data: Buffer, choose: (entry: UnzipFileInfo) => boolean): Unzipped {
  try {
    return unzipSync(data, { filter: choose })
  } catch (error) {
    throw error instanceof ReadingLimit ? error : broken()
  }
}
