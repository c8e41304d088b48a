import { createCipheriv } from 'node:crypto'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type { WorldPlan } from './plan.ts'
import { paragraph } from './sentences.ts'

/** A file that many uploads are copies of, with what Payload keeps of it. */
export interface Template {
  readonly original: Buffer
  /** The smaller pictures that Payload makes; none of a PDF. */
  readonly sizes: readonly TemplateSize[]
  /** What else the row of such an upload has. */
  readonly values: Readonly<Record<string, unknown>>
}

interface TemplateSize {
  readonly name: string
  readonly content: Buffer
  readonly width: number
  readonly height: number
  readonly type: 'webp' | 'jpeg'
}

const DISTINCT = 5
const [WIDTH, HEIGHT] = [1_600, 1_067]
/** As cms/collections/media.ts has them. */
const SIZES = [
  { name: 'small', width: 480, height: 320, type: 'webp' },
  { name: 'medium', width: 960, height: 640, type: 'webp' },
  { name: 'large', width: 1_600, height: 1_067, type: 'webp' },
  { name: 'card', width: 720, height: 480, type: 'webp' },
  { name: 'social', width: 1_200, height: 630, type: 'jpeg' },
] as const

/** Real JPEG pictures with their sizes. */
export function pictureTemplates(plan: WorldPlan): Promise<Template[]> {
  return Promise.all(Array.from({ length: DISTINCT }, (_, number) => picture(plan, number)))
}

/** Real PDFs of one to five pages. */
export function fileTemplates(plan: WorldPlan): Promise<Template[]> {
  return Promise.all(Array.from({ length: DISTINCT }, (_, number) => pdf(plan, number)))
}

/** A few coloured patches, blown up: no two alike, and smooth as a photo of a wall. */
async function picture(plan: WorldPlan, number: number): Promise<Template> {
  const random = plan.random('templates', number)
  const raw = { width: 24, height: 16, channels: 3 } as const
  const patches = Buffer.from(Array.from({ length: 24 * 16 * 3 }, () => random.between(20, 235)))
  const large = await sharp(patches, { raw })
    .resize(WIDTH, HEIGHT, { fit: 'fill' })
    .png()
    .toBuffer()
  const sizes = await Promise.all(
    SIZES.map(async ({ name, width, height, type }) => ({
      name,
      type,
      width,
      height,
      content: await sharp(large).resize(width, height).toFormat(type).toBuffer(),
    })),
  )
  return {
    original: await sharp(large).jpeg().toBuffer(),
    sizes,
    values: { width: WIDTH, height: HEIGHT, focalX: 50, focalY: 50 },
  }
}

async function pdf(plan: WorldPlan, number: number): Promise<Template> {
  const random = plan.random('templates', 100 + number)
  const pages = number + 1
  const info = { CreationDate: new Date(0) }
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false, info })
  // The standard fonts of PDF have no Vietnamese letters; the row below keeps the text itself.
  const texts = Array.from({ length: pages }, () => paragraph(random))
  for (const text of texts)
    document.addPage().text(text.normalize('NFD').replace(/\P{ASCII}/gu, ''))
  document.end()
  const original = Buffer.concat((await Array.fromAsync(document)) as Buffer[])
  return { original, sizes: [], values: { kind: 'pdf', pages, text: texts.join('\n') } }
}

const BLOCK = 1024 * 1024

/** Bytes that follow the end of a file, which its readers skip, and that no compression shrinks. */
export function* padding(bytes: number, name: string): Generator<Buffer> {
  const key = Buffer.alloc(32, name)
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16, name))
  for (let left = bytes; left > 0; left -= BLOCK) {
    yield cipher.update(Buffer.alloc(Math.min(left, BLOCK)))
  }
}
