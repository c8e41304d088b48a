import { documentTag } from '#shared/cache-tags.ts'
import { filePath } from '#shared/routes.ts'
import { formatFileSize, formatNumber } from '#shared/vietnamese/numbers.ts'
import { FILE_KINDS } from '#shared/vocabulary/file-kinds.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { PageContext } from './page-context.ts'
import { reading } from './reading.ts'

/** A file that a reader may open or download. */
export interface Attachment {
  readonly id: string
  readonly title: string
  readonly href: string
  /** Short mark of the kind: "PDF", "DOCX". */
  readonly type: string
  /** "PDF · 412 KB · 3 trang" */
  readonly details: string
  readonly isPdf: boolean
}

/** Public files in the order of their ids; one that is not public is left out. */
export async function loadAttachments(
  page: PageContext,
  ids: readonly string[],
): Promise<Attachment[]> {
  if (ids.length === 0) return []
  page.tag(...ids.map((id) => documentTag('files', id)))
  const { docs } = await page.portal.find({
    ...reading(page),
    collection: 'files',
    where: { id: { in: [...new Set(ids)] } },
    select: { title: true, kind: true, pages: true, filename: true, filesize: true },
  })
  const found = new Map(docs.map((file) => [file.id, file]))
  return ids.flatMap((id) => {
    const file = found.get(id)
    if (!file?.filename) return []
    const kind = labelOf(FILE_KINDS, file.kind)
    const parts = [
      kind,
      file.filesize && formatFileSize(file.filesize),
      file.pages && `${formatNumber(file.pages)} trang`,
    ]
    return {
      id,
      title: file.title || file.filename,
      href: filePath(id, file.filename),
      type: (file.filename.split('.').at(-1) ?? kind).toUpperCase().slice(0, 4),
      details: parts.filter(Boolean).join(' · '),
      isPdf: file.kind === 'pdf',
    }
  })
}
