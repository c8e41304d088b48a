import { filePath } from '#shared/routes.ts'
import type { PageContext } from './page-context.ts'
import { readingAsViewer } from './reading.ts'
import { sharedDocuments } from './shared-values.ts'

/** A picture in every size that a page may ask for; sizes that do not exist fall back. */
export interface Picture extends PictureFile {
  /** What it shows, for those who do not see it. */
  readonly alt: string
  readonly caption: string | null
  readonly credit: string | null
  /** Whole picture in several widths, for `srcset`; empty when there is one alone. */
  readonly srcset: string
  /** Cut to 3:2 for lists. */
  readonly card: PictureFile
  /** For sharing: 1200 × 630. */
  readonly social: PictureFile
}

export interface PictureFile {
  readonly src: string
  readonly width: number
  readonly height: number
}

/** Public pictures by id; one that is not public is missing. */
export async function loadPictures(
  page: PageContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Picture>> {
  return sharedDocuments(page, 'media', ids, 'picture', async (wanted) => {
    const { docs } = await page.portal.find({
      ...readingAsViewer(page),
      collection: 'media',
      where: { id: { in: [...wanted] } },
      select: PICTURE_FIELDS,
    })
    return new Map(
      docs.flatMap((media) => {
        const picture = pictureOf(media)
        return picture ? [[media.id, picture] as const] : []
      }),
    )
  })
}

const PICTURE_FIELDS = {
  alt: true,
  caption: true,
  credit: true,
  filename: true,
  width: true,
  height: true,
  sizes: true,
} as const

/** A caption with its credit, as it stands under a picture. */
export function captionText(caption?: string | null, credit?: string | null): string {
  const source = credit && (SAYS_WHAT.test(credit) ? credit : `Ảnh: ${credit}`)
  if (!caption || !source) return caption || source || ''
  return `${caption}${/[.!?…]$/.test(caption) ? '' : '.'} ${source}`
}

/** A credit that says by itself what it credits: "Hình minh họa: …". */
const SAYS_WHAT = /^(?:ảnh|hình|nguồn|đồ họa)(?![\p{L}])/iu

interface StoredFile {
  readonly filename?: string | null
  readonly width?: number | null
  readonly height?: number | null
}

interface StoredPicture extends StoredFile {
  readonly id: string
  readonly alt: string
  readonly caption?: string | null
  readonly credit?: string | null
  readonly sizes?: Readonly<Record<string, StoredFile | undefined>>
}

function pictureOf(media: StoredPicture): Picture | null {
  const original = fileOf(media.id, media)
  if (!original) return null
  const size = (name: string) => fileOf(media.id, media.sizes?.[name])
  const widths = [size('small'), size('medium'), size('large')].filter((file) => file !== null)
  const distinct = widths.filter(
    (file, index) => widths.findIndex(({ width }) => width === file.width) === index,
  )
  const main = size('medium') ?? size('large') ?? size('small') ?? original
  return {
    ...main,
    alt: media.alt,
    caption: media.caption ?? null,
    credit: media.credit ?? null,
    srcset:
      distinct.length > 1 ? distinct.map(({ src, width }) => `${src} ${width}w`).join(', ') : '',
    card: size('card') ?? main,
    social: size('social') ?? original,
  }
}

function fileOf(id: string, file: StoredFile | undefined): PictureFile | null {
  if (!file?.filename || !file.width || !file.height) return null
  return { src: filePath(id, file.filename), width: file.width, height: file.height }
}
