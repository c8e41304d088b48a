/** Marks that turn the direction of what follows (Unicode 9, UAX 9): a name could read backwards. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu
const CONTROLS = /\p{Cc}/gu
const CONTROLS_BUT_LINES = /(?![\t\n\r])\p{Cc}/gu

/** A text of one line as it is stored: line ends become blanks, characters that nobody sees go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/gu, ' ')
    .replace(CONTROLS, '')
    .replace(TURNING, '')
}

/** A longer text as it is stored: its lines stay, characters that nobody sees go. */
export function manyLines(text: string): string {
  return text.replace(CONTROLS_BUT_LINES, '').replace(TURNING, '')
}
