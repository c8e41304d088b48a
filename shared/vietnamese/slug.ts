import { fold } from './fold.ts'

interface SlugOptions {
  /** Given back when the title holds no letter or digit. */
  fallback?: string
  /** Longest slug; it is cut at the end of a word where there is one. */
  maxLength?: number
}

/**
 * The part of an address that stands for a title: ASCII letters, digits and single hyphens.
 * "Đề án số 15/KH: hỗ trợ" → "de-an-so-15-kh-ho-tro". Never empty, unless the fallback is.
 */
export function slugify(title: string, options: SlugOptions = {}): string {
  const { fallback = 'khong-ten', maxLength = 96 } = options
  const slug = fold(title.normalize('NFKC'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return cutAtWordEnd(slug, maxLength) || fallback
}

function cutAtWordEnd(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug
  const cut = slug.slice(0, maxLength)
  const wordEnd = slug[maxLength] === '-' ? maxLength : cut.lastIndexOf('-')
  return wordEnd > 0 ? cut.slice(0, wordEnd) : cut
}
