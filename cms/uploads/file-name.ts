import { plainCharacters } from '#shared/plain-characters.ts'
import { slugify } from '#shared/vietnamese/slug.ts'

/** Longest stored name, so that the size suffixes still fit every file system. */
const MAX_NAME = 100

/** What the field of the title takes. */
const MAX_TITLE = 250

/** How the sizes of a picture are called: a picture of that name would be taken for one. */
const SIZE_SUFFIX = /-\d+x\d+$/

/** Names of devices on Windows, which Payload therefore takes out of a name, and leaves ".pdf". */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** The name without folders and without its ending: "C:\Hồ sơ\Đơn đề nghị.pdf" → "Đơn đề nghị". */
export function titleOfFile(name: string): string {
  const file = plainCharacters(name.normalize('NFC')).split(/[/\\]/).at(-1) ?? ''
  const title = file.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/[_\s]+/g, ' ')
  return title.slice(0, MAX_TITLE).toWellFormed().trim()
}

/** The ending of a name, lower case, without the dot. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** A name for the disk and for addresses: ASCII words, and the ending that the content asks for. */
export function storedName(name: string, extension: string, fallback: string): string {
  const maxLength = MAX_NAME - extension.length - 1
  const title = titleOfFile(name).replace(SIZE_SUFFIX, '')
  const base = slugify(title, { maxLength, fallback })
  return `${DEVICES.test(base) ? `${fallback}-${base}` : base}.${extension}`
}
