import { fromTcvn3, looksLikeTcvn3, looksLikeVni } from './legacy-letters.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A text with what was unusual about its encoding. */
interface DecodedText {
  text: string
  warnings: string[]
}

/**
 * Text of bytes in UTF-8, UTF-16, Windows-1258 or TCVN3 (ABC). Anything but UTF-8 is reported.
 * @throws UnreadableFile for what is no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = utf16Of(bytes)
  if (wide) return { text: decode(bytes, wide, false), warnings: ['Tệp dùng bảng mã UTF-16.'] }
  if (isBinary(bytes)) throw new UnreadableFile('Đây không phải tệp văn bản.')
  return withoutOldLetters(utf8Of(bytes) ?? legacyOf(bytes))
}

function utf8Of(bytes: Uint8Array): DecodedText | null {
  try {
    return { text: decode(bytes, 'utf-8', true), warnings: [] }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string {
  return new TextDecoder(encoding, { fatal }).decode(bytes)
}

// Without a byte order mark, text in UTF-16 shows by a zero in every other byte of its ASCII.
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 5
  if (odd > many && even < odd / 10) return 'utf-16le'
  if (even > many && odd < even / 10) return 'utf-16be'
  return null
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8000)
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
  return sample.includes(0) || controls.length > sample.length / 50
}

function legacyOf(bytes: Uint8Array): DecodedText {
  const broken = decode(bytes, 'utf-8', false)
  const lost = broken.split('\uFFFD').length - 1
  const marked = broken.match(/[\u00C0-\u024F\u1EA0-\u1EF9]/gu)?.length ?? 0
  if (marked > lost * 4) {
    const warning = `Tệp UTF-8 bị hỏng ở ${lost} chỗ, hiện là “\uFFFD”. Hãy sửa trước khi đăng.`
    return { text: broken, warnings: [warning] }
  }
  const text = decode(bytes, 'windows-1258', false).normalize('NFC')
  if (looksLikeTcvn3(decode(bytes, 'windows-1252', false))) {
    return { text: decode(bytes, 'windows-1252', false), warnings: [] }
  }
  return { text, warnings: ['Tệp dùng bảng mã Windows-1258, đã chuyển sang Unicode.'] }
}

function withoutOldLetters({ text, warnings }: DecodedText): DecodedText {
  if (looksLikeTcvn3(text)) {
    const warning = 'Chữ theo bảng mã TCVN3 (ABC), đã chuyển sang Unicode. Hãy kiểm tra chữ hoa.'
    return { text: fromTcvn3(text), warnings: [...warnings, warning] }
  }
  if (looksLikeVni(text)) {
    const warning =
      'Chữ có vẻ theo bảng mã VNI, chưa chuyển được. Hãy chuyển sang Unicode rồi nhập lại.'
    return { text, warnings: [...warnings, warning] }
  }
  return { text, warnings }
}
