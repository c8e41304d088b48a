/**
 * What ended a reading: its time, its memory, the size of what it found, a turn that did not come,
 * or the death of its process.
 */
export type Limit = 'time' | 'memory' | 'output' | 'turn' | 'death'

/** A file about which nothing is known to be wrong, but that cannot be read within the limits. */
export class ReadingLimit extends Error {
  override name = 'ReadingLimit'
  readonly limit: Limit

  /** @param detail what else is known, for the log alone */
  constructor(limit: Limit, detail?: string) {
    super(`A file was not read to its end (${limit})${detail ? `: ${detail}` : '.'}`)
    this.limit = limit
  }
}
