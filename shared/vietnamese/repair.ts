const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu
// Form feeds, escapes and the like come from old word processors; tabs and line ends are kept.
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu
const ODD_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu
const ADDRESS = /((?:https?:\/\/|www\.)\S+)/u

/**
 * Text as it should have been typed, its line breaks kept: composed letters (NFC), line ends `\n`,
 * no invisible or control characters, no odd spaces.
 */
export function cleanCharacters(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .replace(ODD_SPACES, ' ')
    .normalize('NFC')
}

/** All white space, line breaks included, as single spaces; none at either end. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/**
 * One line or paragraph with its typing mended: characters cleaned, spaces collapsed, no space
 * before a closing mark, one after it, none inside brackets and curly quotes, hyphens with spaces
 * on both sides or none. Words and addresses are never changed.
 */
export function repairText(text: string): string {
  return collapseSpaces(cleanCharacters(text))
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? part : repairMarks(part)))
    .join('')
}

/** The marks of one line mended, its outer spaces kept. */
export function repairMarks(text: string): string {
  return text
    .replace(/ +([,;:!?]|\.(?!\d|\.))/gu, '$1')
    .replace(/([([“‘]) +/gu, '$1')
    .replace(/ +([)\]”’])/gu, '$1')
    .replace(/(\p{L}{2})\((?=\p{L}{2})/gu, '$1 (')
    .replace(/([,;])(?=\p{L}{2})/gu, '$1 ')
    .replace(/(\p{L}{2})- (?=\p{Ll}{2})/gu, '$1 - ')
    .replace(/(?<=\b\d{4})(?: -|- )(?=\d{4}\b)/gu, '-')
}
