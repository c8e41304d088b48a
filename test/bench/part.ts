import type { Report } from './report.ts'
import type { Scratch } from './scratch.ts'

/** One subject of the benches. */
export interface Part {
  /** One line for the list of parts. */
  readonly summary: string
  /** What may follow the part's name. */
  readonly usage: string
  /**
   * Measures and checks.
   * @param words what follows the part's name
   * @throws Error for words that it does not know, and for what keeps it from measuring at all
   */
  run(words: string[], bench: Bench): Promise<void>
}

export interface Bench {
  readonly report: Report
  readonly scratch: Scratch
}
