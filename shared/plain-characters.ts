/** Marks that turn the direction of what follows (UAX 9): a name could read backwards. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu

/** A text as it is stored: blanks and line ends stay, characters that nobody sees go. */
export function plainCharacters(text: string): string {
  return text.replace(CONTROLS, '').replace(TURNING, '')
}
