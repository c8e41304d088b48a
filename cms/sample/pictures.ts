import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { SampleUpload } from './sample-item.ts'

/** How a drawing becomes a photo-like picture: which part of it, and in which colours. */
export interface Shot {
  /** A drawing of pictures/, without its ending. */
  readonly drawing: string
  readonly shape: 'news' | 'product'
  /** Part of the drawing to fill the picture with, as shares of its width and height. */
  readonly crop?: { readonly left: number; readonly top: number; readonly width: number }
  /** Turn of all colours, in degrees. */
  readonly hue?: number
  readonly brightness?: number
  readonly mirrored?: boolean
}

/** 3:2 for news and 4:3 for products, as the look shows them; both wide enough for large screens. */
const SIZES = { news: { width: 1200, height: 800 }, product: { width: 1120, height: 840 } }

/** Renders a drawing as a JPEG file. */
export async function takePicture(name: string, shot: Shot): Promise<SampleUpload> {
  const source = new URL(`pictures/${shot.drawing}.svg`, import.meta.url)
  const { width, height } = SIZES[shot.shape]
  const drawing = sharp(await readFile(source), { density: 72 * scale(shot, width) })
  const { width: fullWidth, height: fullHeight } = await drawing.metadata()
  const whole = sharp(await drawing.png({ compressionLevel: 0 }).toBuffer())
  const part = shot.crop
    ? whole.extract(area(shot.crop, fullWidth, fullHeight, width / height))
    : whole
  const coloured = part
    .resize(width, height, { fit: 'cover' })
    .modulate({ hue: shot.hue ?? 0, brightness: shot.brightness ?? 1 })
    .flop(shot.mirrored ?? false)
    .flatten({ background: '#ffffff' })
  const data = await coloured.jpeg({ quality: 84, mozjpeg: false }).toBuffer()
  return { name: `${name}.jpg`, mimetype: 'image/jpeg', data }
}

/** Drawings are 800 to 1200 pixels wide; a crop is rendered larger, so that its lines stay sharp. */
function scale({ crop }: Shot, width: number): number {
  return Math.min(width / 800 / (crop?.width ?? 1), 4)
}

function area(crop: NonNullable<Shot['crop']>, width: number, height: number, ratio: number) {
  const cropWidth = Math.round(width * crop.width)
  const cropHeight = Math.min(Math.round(cropWidth / ratio), height)
  return {
    left: Math.min(Math.round(width * crop.left), width - cropWidth),
    top: Math.min(Math.round(height * crop.top), height - cropHeight),
    width: cropWidth,
    height: cropHeight,
  }
}
