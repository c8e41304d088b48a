import { LARGEST_FACTS } from './archive-format.ts'

// The rest is for the tables and migrations.
const LARGEST_LIST = LARGEST_FACTS / 2

/** The files that the source lacked: all are counted, as many are named as the manifest has room. */
export class MissingFiles {
  count = 0
  readonly names: string[] = []
  #size = 0

  add(name: string): void {
    this.count += 1
    // With the indentation and comma of its line.
    const size = Buffer.byteLength(JSON.stringify(name)) + 8
    if (this.#size + size > LARGEST_LIST) return
    this.#size += size
    this.names.push(name)
  }
}
