/** What a browser reads as another character, or leaves out: `/\x` and `/<tab>/x` lead elsewhere. */
const MISREAD = /[\s\\\p{Cc}]/u

/** Whether a text is the full address of a page on the web: http or https, and a host. */
export function isWebAddress(text: string): boolean {
  return !MISREAD.test(text) && /^https?:\/\/[^/?#]/i.test(text) && URL.canParse(text)
}

/** Whether a text is a path on this site: one slash, and nothing that a browser takes for a host. */
export function isSitePath(text: string): boolean {
  return !MISREAD.test(text) && /^\/(?!\/)/.test(text)
}

/** Whether a link may lead there: the web, this site, a place in the page, mail or telephone. */
export function isLinkAddress(text: string): boolean {
  return (
    isWebAddress(text) ||
    isSitePath(text) ||
    (!MISREAD.test(text) && /^(?:#|mailto:.|tel:.)/i.test(text))
  )
}

/**
 * Whether a text can never become a web address by typing on: it names another scheme, another
 * host without one, or holds what a browser misreads.
 */
export function isHarmfulAddress(text: string): boolean {
  if (MISREAD.test(text) || text.startsWith('//')) return true
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  return scheme !== undefined && scheme !== 'http' && scheme !== 'https'
}
