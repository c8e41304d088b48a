import { getDocumentProxy } from 'unpdf'
import { keptText, MAX_TEXT, type ReadText } from './kept-text.ts'
import { broken, encrypted } from './office-problems.ts'

/** Of a long document the first pages are read: what they say is better than nothing. */
const TIME_LIMIT_MS = 3_500

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * Page count and text of a PDF.
 * @throws FileRefused where it does not open, or opens with a password alone
 */
export async function readPdf(data: Buffer): Promise<ReadText> {
  const until = performance.now() + TIME_LIMIT_MS
  const pdf = await open(data)
  try {
    return { pages: pdf.numPages, text: await textOf(pdf, until) }
  } catch {
    throw broken()
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function open(data: Buffer): Promise<Pdf> {
  try {
    // pdf.js takes these bytes for itself: nobody else has them.
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length)
    return await getDocumentProxy(bytes, { verbosity: 0 })
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? encrypted() : broken()
  }
}

async function textOf(pdf: Pdf, until: number): Promise<string | null> {
  const pages: string[] = []
  let length = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    if (length >= MAX_TEXT || performance.now() > until) break
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
    pages.push(text)
    length += text.length
    page.cleanup()
  }
  return keptText(pages.join('\n\n'))
}
