const MARKS = /\p{M}+/gu
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu
const SPACES = /[\s\u00A0]+/gu
const DASHES = /[\u2010-\u2015\u2212]/gu

/**
 * Text for look-ups: lower case, without marks, `đ` as `d`, composed and decomposed input alike,
 * every run of white space as one space. "Khuyến  CÔNG" and "khuyen cong" give the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(SPACES, ' ')
    .trim()
}

/**
 * A document number for look-ups: folded, without any white space, every dash as `-`.
 * "23- NQ/TW", "23-nq/tw" and "23–NQ/TW" give the same.
 */
export function foldNumber(number: string): string {
  return fold(number).replaceAll(' ', '').replace(DASHES, '-')
}
