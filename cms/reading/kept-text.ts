/** Characters of a file's text that are kept for the search. */
export const MAX_TEXT = 1_000_000

/** What is read of a document for the search. */
export interface ReadText {
  /** Number of pages where the format tells it. */
  readonly pages: number | null
  /** `null` where it has no text, as a scan. */
  readonly text: string | null
}

/** Text as it is stored; `null` where there is none. */
export function keptText(text: string): string | null {
  return text.slice(0, MAX_TEXT).normalize('NFC').trim().slice(0, MAX_TEXT) || null
}
