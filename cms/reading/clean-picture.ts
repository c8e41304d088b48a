import sharp, { type Metadata, type Sharp } from 'sharp'
import { FileRefused } from './file-refused.ts'
import { PICTURE_FORMATS, type PictureType } from './picture-formats.ts'

/** A picture as it is stored: upright, without anything but the picture. */
export interface CleanPicture {
  readonly data: Buffer
  readonly mimeType: string
  readonly extension: string
}

/** A camera of 100 megapixels passes; a picture made to fill the memory does not. */
const MAX_PIXELS = 100_000_000
const MAX_SIDE = 20_000
/** Stored pictures are not larger: enough for print, and 20 MB from a camera become 3. */
const STORED_SIDE = 4_000

const ENCODE: Record<PictureType, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 90 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 90 }),
}

// One picture at a time, and nothing kept of the last one.
sharp.cache(false)
sharp.concurrency(1)

/**
 * Judges a picture by its content and writes it anew: the orientation of the camera is applied, and
 * place, device and whatever hides behind the picture are gone. Of a moving one the first frame stays.
 * @throws FileRefused where it is not a JPEG, PNG or WebP picture of a sensible size
 */
export async function cleanPicture(data: Buffer): Promise<CleanPicture> {
  const mimeType = typeOf(data)
  if (mimeType === null) throw wrongType()
  const metadata = await readMetadata(data)
  if (`image/${metadata.format}` !== mimeType) throw wrongType()
  checkSize(metadata)
  try {
    const picture = sharp(data, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: STORED_SIDE, height: STORED_SIDE, fit: 'inside', withoutEnlargement: true })
    const { extension } = PICTURE_FORMATS[mimeType]
    return { data: await ENCODE[mimeType](picture).toBuffer(), mimeType, extension }
  } catch {
    throw broken()
  }
}

/** The type that the first bytes tell (the signatures of JPEG, PNG and of WebP in a RIFF file). */
function typeOf(data: Buffer): PictureType | null {
  const starts = (hex: string, at = 0) =>
    data.subarray(at, at + hex.length / 2).equals(Buffer.from(hex, 'hex'))
  if (starts('ffd8ff')) return 'image/jpeg'
  if (starts('89504e470d0a1a0a')) return 'image/png'
  return starts('52494646') && starts('57454250', 8) ? 'image/webp' : null
}

async function readMetadata(data: Buffer): Promise<Metadata> {
  try {
    return await sharp(data, { limitInputPixels: false, pages: 1 }).metadata()
  } catch {
    throw broken()
  }
}

/** Reads the header alone: nothing is unpacked yet. */
function checkSize({ width, height }: Metadata): void {
  if (width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS) return
  throw new FileRefused(
    'picture_too_large',
    `Ảnh có ${width} × ${height} điểm ảnh, quá lớn. Hãy thu nhỏ xuống dưới ${MAX_SIDE.toLocaleString('vi-VN')} điểm mỗi cạnh và 100 triệu điểm rồi tải lại.`,
  )
}

function wrongType(): FileRefused {
  return new FileRefused(
    'file_type_refused',
    'Tệp này không phải ảnh JPEG, PNG hoặc WebP (xét theo nội dung, không theo tên). Hãy lưu ảnh lại ở một trong ba dạng đó rồi tải lên.',
  )
}

function broken(): FileRefused {
  return new FileRefused(
    'file_broken',
    'Ảnh bị hỏng hoặc tải lên chưa trọn vẹn, không mở được. Hãy mở ảnh trên máy, lưu lại rồi tải lên.',
  )
}
