/** Syllables a minute that a Vietnamese reader takes in at ease. */
const SYLLABLES_A_MINUTE = 220

/** Whole minutes that a text takes to read; at least one. */
export function readingTime(text: string): number {
  const syllables = text.split(/\s+/u).filter(Boolean).length
  return Math.max(1, Math.round(syllables / SYLLABLES_A_MINUTE))
}
