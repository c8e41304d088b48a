import type { Row } from '#cms/database/content.ts'
import { headline } from './sentences.ts'
import type { WorldPlan } from './plan.ts'
import { fileTemplates, padding, pictureTemplates, type Template } from './upload-templates.ts'

type Collection = 'media' | 'files'

/** An upload: its row, and its files with their content. */
export interface Upload {
  readonly row: Row
  readonly files: readonly { readonly name: string; content(): Iterable<Buffer> }[]
}

/**
 * Pictures or files, each a copy of one of a handful under a name of its own.
 * @param isPublic whether a public document refers to an upload
 */
export async function* uploads(
  plan: WorldPlan,
  collection: Collection,
  isPublic: (id: string) => boolean,
): AsyncGenerator<Upload> {
  const isPicture = collection === 'media'
  const count = isPicture ? plan.pictures : plan.files
  if (count === 0) return
  const templates = await (isPicture ? pictureTemplates(plan) : fileTemplates(plan))
  for (let number = 0; number < count; number += 1) {
    const id = plan.id(collection, number)
    const template = templates[number % templates.length] as Template
    yield upload(plan, { collection, number, id, template, isPublic: isPublic(id) })
  }
}

interface Making {
  readonly collection: Collection
  readonly number: number
  readonly id: string
  readonly template: Template
  readonly isPublic: boolean
}

function upload(plan: WorldPlan, { collection, number, id, template, isPublic }: Making): Upload {
  const moment = new Date(plan.moment(collection, number)).toISOString()
  const isPicture = collection === 'media'
  const stem = `${isPicture ? 'anh' : 'tep'}-${number + 1}`
  const filename = `${stem}.${isPicture ? 'jpg' : 'pdf'}`
  const wanted = Math.floor((plan.size.uploadMb * 1024 * 1024) / plan.size.uploads)
  const missing = Math.max(0, wanted - template.original.length)
  const url = (name: string) => `/api/${collection}/file/${name}`
  const text = headline(plan.random(collection, number))
  const sizes = template.sizes.map(({ name, width, height, type, content }) => {
    const own = `${stem}-${width}x${height}.${type === 'jpeg' ? 'jpg' : type}`
    const values = { filename: own, filesize: content.length, width, height, url: url(own) }
    return { name, content, values: { ...values, mimeType: `image/${type}` } }
  })
  return {
    row: {
      id,
      ...(isPicture ? { alt: text.slice(0, 250) } : { title: text.slice(0, 250) }),
      filename,
      filesize: template.original.length + missing,
      mimeType: isPicture ? 'image/jpeg' : 'application/pdf',
      url: url(filename),
      ...template.values,
      ...(sizes.length > 0
        ? { sizes: Object.fromEntries(sizes.map(({ name, values }) => [name, values])) }
        : {}),
      isPublic,
      createdAt: moment,
      updatedAt: moment,
    },
    files: [
      { name: filename, content: () => padded(template.original, missing, filename) },
      ...sizes.map(({ values, content }) => ({ name: values.filename, content: () => [content] })),
    ],
  }
}

function* padded(original: Buffer, missing: number, name: string): Generator<Buffer> {
  yield original
  yield* padding(missing, name)
}
