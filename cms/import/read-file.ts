import { extname } from 'node:path'
import { unzipSync } from 'fflate'
import { ReadingLimit } from '#cms/reading/reading-limit.ts'
import { decodeText } from './decode.ts'
import type { Source } from './types.ts'
import { UnreadableFile } from './unreadable-file.ts'

// A long law has half a million characters.
const LONGEST_TEXT = 5_000_000
const LARGEST_UNPACKED = 200 * 1024 * 1024
// Of a Word file; the reader needs fifty times that memory. A long law has 2 MB.
const LARGEST_XML = 6 * 1024 * 1024

/**
 * Text or markup of a text, HTML or Word file; which it is, its content decides, not its name.
 * @param file its name
 * @throws UnreadableFile when it is of another sort, or too long
 * @throws ReadingLimit when it unpacks to more than can be read
 */
export async function readSource(bytes: Uint8Array, file: string): Promise<Source> {
  if (startsWith(bytes, 'PK\u0003\u0004')) return { format: 'docx', ...(await readWord(bytes)) }
  refuseOtherSorts(bytes)
  const { text, warnings } = decodeText(bytes)
  checkLength(text)
  return { format: isHtml(text, file) ? 'html' : 'text', content: text, warnings }
}

function checkLength(text: string): void {
  if (text.trim() === '') throw new UnreadableFile('Tệp không có chữ nào.')
  if (text.length > LONGEST_TEXT) {
    throw new UnreadableFile('Tệp dài hơn 5 triệu chữ cái. Hãy tách thành nhiều tệp rồi nhập lại.')
  }
}

function refuseOtherSorts(bytes: Uint8Array): void {
  if (startsWith(bytes, '%PDF')) {
    throw new UnreadableFile('Đây là tệp PDF. Hãy lưu sang Word (.docx) hoặc văn bản rồi nhập lại.')
  }
  if (startsWith(bytes, '\u00D0\u00CF\u0011\u00E0')) {
    throw new UnreadableFile('Đây là tệp Word, Excel đời cũ. Hãy lưu lại thành .docx rồi nhập lại.')
  }
  if (startsWith(bytes, '{\\rtf')) {
    throw new UnreadableFile('Đây là tệp RTF. Hãy lưu lại thành .docx rồi nhập lại.')
  }
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, index) => bytes[index] === character.charCodeAt(0))
}

async function readWord(bytes: Uint8Array): Promise<{ content: string; warnings: string[] }> {
  checkPackage(bytes)
  const { default: mammoth } = await import('mammoth')
  try {
    // Pictures stay out: their bytes would be a hundred times the text.
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    checkLength(value.replace(/<[^>]*>/gu, ''))
    return { content: value, warnings: [] }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('Tệp Word bị hỏng. Hãy mở bằng Word, lưu lại rồi nhập lại.', {
      cause: error,
    })
  }
}

// A small package can unpack to gigabytes; its own table of contents says so beforehand.
function checkPackage(bytes: Uint8Array): void {
  const names: string[] = []
  let size = 0
  let xml = 0
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        names.push(entry.name)
        size += entry.originalSize
        if (/^word\/[^/]*\.xml$/.test(entry.name)) xml += entry.originalSize
        return false
      },
    })
  } catch (error) {
    throw new UnreadableFile('Tệp nén bị hỏng.', { cause: error })
  }
  if (!names.includes('word/document.xml')) {
    throw new UnreadableFile('Đây là tệp nén hoặc Excel, không phải tệp Word (.docx).')
  }
  if (size > LARGEST_UNPACKED) throw new UnreadableFile('Tệp Word bung ra quá lớn.')
  if (xml > LARGEST_XML) throw new ReadingLimit('memory')
}

function isHtml(text: string, file: string): boolean {
  const start = text.slice(0, 4000)
  if (/<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]/iu.test(start)) return true
  const isNamedSo = ['.html', '.htm', '.xhtml'].includes(extname(file).toLowerCase())
  const tags = text.match(/<\/?(?:p|div|span|h[1-6]|ul|li|table|a|br|article|section)\b[^<>]*>/giu)
  return (tags?.length ?? 0) >= (isNamedSo ? 1 : 4)
}
