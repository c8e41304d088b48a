import type { File } from '#shared/payload-types.ts'
import { filePath } from '#shared/routes.ts'
import { formatFileSize, formatNumber } from '#shared/vietnamese/numbers.ts'
import { FILE_KINDS } from '#shared/vocabulary/file-kinds.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { PageContext } from './page-context.ts'
import { readingAsViewer } from './reading.ts'
import { sharedDocuments } from './shared-values.ts'

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
  const found = await sharedDocuments<Attachment>(page, 'files', ids, 'link', async (wanted) => {
    const { docs } = await page.portal.find({
      ...readingAsViewer(page),
      collection: 'files',
      where: { id: { in: [...wanted] } },
      select: { title: true, kind: true, pages: true, filename: true, filesize: true },
    })
    return new Map(
      docs.flatMap((file) => {
        const attachment = attachmentOf(file)
        return attachment ? [[file.id, attachment] as const] : []
      }),
    )
  })
  return ids.flatMap((id) => found.get(id) ?? [])
}

type StoredFile = Pick<File, 'id' | 'title' | 'kind' | 'pages' | 'filename' | 'filesize'>

function attachmentOf(file: StoredFile): Attachment | null {
  if (!file.filename) return null
  const kind = labelOf(FILE_KINDS, file.kind)
  const parts = [
    kind,
    file.filesize && formatFileSize(file.filesize),
    file.pages && `${formatNumber(file.pages)} trang`,
  ]
  return {
    id: file.id,
    title: file.title || file.filename,
    href: filePath(file.id, file.filename),
    type: (file.filename.split('.').at(-1) ?? kind).toUpperCase().slice(0, 4),
    details: parts.filter(Boolean).join(' · '),
    isPdf: file.kind === 'pdf',
  }
}
