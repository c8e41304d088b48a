/** Characters of a file's text that are kept for the search. */
export const MAX_TEXT = 1_000_000

/** Text as it is stored; `null` where there is none. */
export function keptText(text: string): string | null {
  return text.normalize('NFC').trim().slice(0, MAX_TEXT) || null
}
