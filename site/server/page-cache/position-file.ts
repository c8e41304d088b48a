import { readFile } from 'node:fs/promises'
import { writeWhole } from './page-folder.ts'
import { checksumOf } from './page-record.ts'

/** The position that was kept in a file; `null` where there is none, or not as it was written. */
export async function readPosition(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const position = text.slice(text.indexOf(' ') + 1)
  return text === sealed(position) ? position : null
}

export async function writePosition(file: string, position: string): Promise<void> {
  await writeWhole(file, sealed(position))
}

/** A single other digit would hide changes for good. */
function sealed(position: string): string {
  return `${checksumOf(position)} ${position}`
}
