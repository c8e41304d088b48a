/** Marks that turn the direction of what follows (UAX 9): a name could read backwards. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu
/** The line and page breaks of a word processor. */
const BREAKS = /[\v\f]/g
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu

/**
 * A text as it is stored: blanks and line ends stay, characters that nobody sees go. XML allows no
 * control characters (XML 1.0, 2.2), UTF-8 no halves of surrogate pairs.
 */
export function plainCharacters(text: string): string {
  return text.replace(BREAKS, ' ').replace(CONTROLS, '').replace(TURNING, '').toWellFormed()
}
