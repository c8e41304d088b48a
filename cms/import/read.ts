import { htmlToLines } from './html-lines.ts'
import { readSource } from './read-file.ts'
import { recognise, type Recognised } from './recognise.ts'
import { textToLines } from './text-lines.ts'
import type { Source } from './types.ts'

/** One file, read and recognised. */
export interface ImportedFile extends Recognised {
  source: Source
}

/**
 * Reads a file and recognises what it holds; nothing is stored.
 * @throws UnreadableFile when the file cannot be read as text, HTML or Word
 */
export async function importFile(file: string): Promise<ImportedFile> {
  const source = await readSource(file)
  const recognised = recogniseSource(source)
  return { ...recognised, source }
}

function recogniseSource(source: Source): Recognised {
  const isText = source.format === 'text'
  const html = isText ? null : htmlToLines(source.content)
  const { record, dropped } = html
    ? recognise(html.lines, html.facts)
    : recognise(textToLines(source.content))
  return { record: { ...record, warnings: [...source.warnings, ...record.warnings] }, dropped }
}
