import { serialize } from 'node:v8'
import { ReadingLimit } from '#cms/reading/reading-limit.ts'
import { htmlToLines } from './html-lines.ts'
import { readSource } from './read-file.ts'
import { recognise, type Recognised } from './recognise.ts'
import { textToLines } from './text-lines.ts'
import type { Source, SourceFormat } from './types.ts'

/** What was recognised in the bytes of a file. */
export interface ImportedContent extends Recognised {
  format: SourceFormat
}

/** A long law has 3,000 paragraphs. More would keep the editor in the admin from opening. */
const MOST_BLOCKS = 20_000
const LARGEST_ANSWER = 32 * 1024 * 1024

/**
 * Recognises what the bytes of a file hold; nothing is stored. Runs in the process that reads files.
 * @throws UnreadableFile when they cannot be read as text, HTML or Word
 * @throws ReadingLimit when they hold more than a draft can take
 */
export async function readContent(bytes: Uint8Array, file: string): Promise<ImportedContent> {
  const content = recogniseSource(await readSource(bytes, file))
  if (content.record.body.length > MOST_BLOCKS || serialize(content).length > LARGEST_ANSWER) {
    throw new ReadingLimit('output')
  }
  return content
}

function recogniseSource({ format, content, warnings }: Source): ImportedContent {
  const html = format === 'text' ? null : htmlToLines(content)
  const { record, dropped } = html
    ? recognise(html.lines, html.facts)
    : recognise(textToLines(content))
  return { format, record: { ...record, warnings: [...warnings, ...record.warnings] }, dropped }
}
