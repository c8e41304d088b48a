import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { SampleUpload } from './sample-item.ts'

/** How a drawing becomes a picture: which part of it, and in which colours. */
export interface Shot {
  /** A drawing of pictures/, without its ending. */
  readonly drawing: string
  readonly shape: 'news' | 'product'
  /** Part of the drawing that fills the picture, as shares of its width and height. */
  readonly crop?: { readonly left: number; readonly top: number; readonly width: number }
  /** Turn of all colours, in degrees. */
  readonly hue?: number
  readonly brightness?: number
  readonly mirrored?: boolean
}

/** 3:2 for news and 4:3 for products, as the look shows them. */
const SIZES = { news: { width: 960, height: 640 }, product: { width: 960, height: 720 } }
const HEAD = /^<svg [^>]*viewBox="0 0 (?<width>\d+) (?<height>\d+)"[^>]*>/u

/** Renders a drawing as a JPEG file. */
export async function takePicture(name: string, shot: Shot): Promise<SampleUpload> {
  const source = new URL(`pictures/${shot.drawing}.svg`, import.meta.url)
  const drawing = framed(await readFile(source, 'utf8'), shot)
  const data = await sharp(Buffer.from(drawing))
    .modulate({ hue: shot.hue ?? 0, brightness: shot.brightness ?? 1 })
    .flop(shot.mirrored ?? false)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 84 })
    .toBuffer()
  return { name: `${name}.jpg`, mimetype: 'image/jpeg', data }
}

/** The drawing with the wanted part and size in its head, so that nothing else is rendered. */
function framed(svg: string, { drawing, shape, crop }: Shot): string {
  const { width = 0, height = 0 } = HEAD.exec(svg)?.groups ?? {}
  if (!width) throw new Error(`${drawing}.svg does not begin with <svg … viewBox="0 0 W H">.`)
  const size = SIZES[shape]
  const partWidth = Number(width) * (crop?.width ?? 1)
  const partHeight = crop ? (partWidth * size.height) / size.width : Number(height)
  const left = Math.min(Number(width) * (crop?.left ?? 0), Number(width) - partWidth)
  const top = Math.min(Number(height) * (crop?.top ?? 0), Number(height) - partHeight)
  return svg.replace(
    HEAD,
    '<svg xmlns="http://www.w3.org/2000/svg" preserveAspectRatio="xMidYMid slice" ' +
      `viewBox="${left} ${top} ${partWidth} ${partHeight}" width="${size.width}" height="${size.height}">`,
  )
}
