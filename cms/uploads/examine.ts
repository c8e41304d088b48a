import { ReadingLimit } from '#cms/reading/reading-limit.ts'
import type { TextState } from '#shared/vocabulary/text-states.ts'
import { extensionOf, storedName, titleOfFile } from './file-name.ts'
import { cleanUploadedPicture, identifyUpload, readUploadText } from './read-upload.ts'
import { UploadError } from './upload-error.ts'
import type { Examine, IncomingFile } from './upload-hooks.ts'

/** A picture: cleaned, and with a description for those who do not see it. */
export const examinePicture: Examine = async (file, data) => {
  if ('alt' in data && !String(data.alt ?? '').trim()) {
    throw new UploadError(
      'alt_missing',
      'Hãy ghi mô tả ảnh cho người không nhìn thấy: một câu tả điều ảnh cho thấy.',
    )
  }
  const picture = await cleanUploadedPicture(file.data)
  const name = storedName(file.name, picture.extension, 'anh')
  return { file: stored(file, name, picture.mimeType, picture.data) }
}

/** An attachment: its kind, pages and text by content, its title from its name. */
export const examineFile: Examine = async (file, _data, log) => {
  const found = await identifyUpload(file.data, extensionOf(file.name))
  const { kind, mimeType, extension, reader } = found
  const read = reader ? await textOf(file, reader, log) : WITHOUT_TEXT
  return {
    file: stored(file, storedName(file.name, extension, 'tep'), mimeType, file.data),
    facts: { kind, ...read },
    defaults: { title: titleOfFile(file.name) },
  }
}

interface TextFacts {
  readonly pages: number | null
  readonly text: string | null
  readonly textState: TextState | null
}

/** A file that breaks a limit is kept: it may well be an honest one, only larger than most. */
async function textOf(
  { data, size }: IncomingFile,
  reader: 'pdf' | 'word',
  log: Parameters<Examine>[2],
): Promise<TextFacts> {
  try {
    const { pages, text } = await readUploadText(data, reader)
    return { pages, text, textState: text === null ? 'none' : 'read' }
  } catch (error) {
    if (!(error instanceof ReadingLimit)) throw error
    log.warn({ code: 'file_text_unread', limit: error.limit, reader, size, reason: error.message })
    return { pages: null, text: null, textState: 'unread' }
  }
}

const WITHOUT_TEXT: TextFacts = { pages: null, text: null, textState: null }

function stored(file: IncomingFile, name: string, mimetype: string, data: Buffer): IncomingFile {
  return { ...file, name, mimetype, data, size: data.length }
}
