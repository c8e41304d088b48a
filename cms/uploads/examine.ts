import { checkFile } from './check-file.ts'
import { cleanPicture } from './check-picture.ts'
import { extensionOf, storedName, titleOfFile } from './file-name.ts'
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
  const picture = await cleanPicture(file.data)
  const name = storedName(file.name, picture.extension, 'anh')
  return { file: stored(file, name, picture.mimeType, picture.data) }
}

/** An attachment: its kind, pages and text by content, its title from its name. */
export const examineFile: Examine = async (file) => {
  const { kind, pages, text, mimeType, extension } = await checkFile(
    file.data,
    extensionOf(file.name),
  )
  return {
    file: stored(file, storedName(file.name, extension, 'tep'), mimeType, file.data),
    facts: { kind, pages, text },
    defaults: { title: titleOfFile(file.name) },
  }
}

function stored(file: IncomingFile, name: string, mimetype: string, data: Buffer): IncomingFile {
  return { ...file, name, mimetype, data, size: data.length }
}
