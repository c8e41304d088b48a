import { slugify } from '#shared/vietnamese/slug.ts'

/** Longest stored name, so that the size suffixes still fit every file system. */
const MAX_NAME = 100

/** How the sizes of a picture are called: a picture of that name would be taken for one. */
const SIZE_SUFFIX = /-\d+x\d+$/

/** The name without folders and without its ending: "C:\Hồ sơ\Đơn đề nghị.pdf" → "Đơn đề nghị". */
export function titleOfFile(name: string): string {
  const file = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  return file
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll('_', ' ')
    .trim()
}

/** The ending of a name, lower case, without the dot. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** A name for the disk and for addresses: ASCII words, and the ending that the content asks for. */
export function storedName(name: string, extension: string, fallback: string): string {
  const maxLength = MAX_NAME - extension.length - 1
  const title = titleOfFile(name).replace(SIZE_SUFFIX, '')
  return `${slugify(title, { maxLength, fallback })}.${extension}`
}
