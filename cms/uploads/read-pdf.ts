import { getDocumentProxy } from 'unpdf'
import { keptText, MAX_TEXT } from './kept-text.ts'
import { broken, encrypted } from './office-problems.ts'

/** Reading stops after this long; a scan of hundreds of pages must not hold up the editor. */
const TIME_LIMIT_MS = 10_000

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * Page count and text of a PDF.
 * @throws UploadError where it does not open, or opens with a password alone
 */
export async function readPdf(data: Buffer): Promise<{ pages: number; text: string | null }> {
  const pdf = await open(data)
  try {
    return { pages: pdf.numPages, text: await textOf(pdf) }
  } catch {
    throw broken()
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function open(data: Buffer): Promise<Pdf> {
  try {
    // pdf.js takes the buffer for itself.
    return await getDocumentProxy(new Uint8Array(data), { verbosity: 0 })
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? encrypted() : broken()
  }
}

async function textOf(pdf: Pdf): Promise<string | null> {
  const until = performance.now() + TIME_LIMIT_MS
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
