/** What a reader typed, in quotation marks; what has some of its own, as a phrase does, keeps those. */
export function inQuotes(typed: string): string {
  return /["“”]/.test(typed) ? typed : `“${typed}”`
}
