import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { UploadError } from './upload-error.ts'

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

const FORMATS = {
  'image/jpeg': { extension: 'jpg', encode: (picture: Sharp) => picture.jpeg({ quality: 90 }) },
  'image/png': { extension: 'png', encode: (picture: Sharp) => picture.png() },
  'image/webp': { extension: 'webp', encode: (picture: Sharp) => picture.webp({ quality: 90 }) },
} as const

/** The endings that stored pictures may have. */
export const PICTURE_EXTENSIONS = Object.values(FORMATS).map(({ extension }) => extension)

/**
 * Judges a picture by its content and writes it anew: the orientation of the camera is applied, and
 * place, device and whatever hides behind the picture are gone.
 * @throws UploadError where it is not a JPEG, PNG or WebP picture of a sensible size
 */
export async function cleanPicture(data: Buffer): Promise<CleanPicture> {
  const mimeType = (await fileTypeFromBuffer(data))?.mime ?? ''
  if (!isKnown(mimeType)) throw wrongType()
  const metadata = await readMetadata(data)
  if (`image/${metadata.format}` !== mimeType) throw wrongType()
  checkSize(metadata)
  const { encode, extension } = FORMATS[mimeType]
  try {
    const picture = sharp(data, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: STORED_SIDE, height: STORED_SIDE, fit: 'inside', withoutEnlargement: true })
    return { data: await encode(picture).toBuffer(), mimeType, extension }
  } catch {
    throw broken()
  }
}

function isKnown(mimeType: string): mimeType is keyof typeof FORMATS {
  return mimeType in FORMATS
}

async function readMetadata(data: Buffer): Promise<Metadata> {
  try {
    return await sharp(data, { limitInputPixels: false }).metadata()
  } catch {
    throw broken()
  }
}

/** Reads the header alone: nothing is unpacked yet. */
function checkSize({ width, height }: Metadata): void {
  if (width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS) return
  throw new UploadError(
    'picture_too_large',
    `Ảnh có ${width} × ${height} điểm ảnh, quá lớn. Hãy thu nhỏ xuống dưới ${MAX_SIDE.toLocaleString('vi-VN')} điểm mỗi cạnh và 100 triệu điểm rồi tải lại.`,
  )
}

function wrongType(): UploadError {
  return new UploadError(
    'file_type_refused',
    'Tệp này không phải ảnh JPEG, PNG hoặc WebP (xét theo nội dung, không theo tên). Hãy lưu ảnh lại ở một trong ba dạng đó rồi tải lên.',
  )
}

function broken(): UploadError {
  return new UploadError(
    'file_broken',
    'Ảnh bị hỏng hoặc tải lên chưa trọn vẹn, không mở được. Hãy mở ảnh trên máy, lưu lại rồi tải lên.',
  )
}
