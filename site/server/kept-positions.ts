/**
 * Where several readers of the change log are, as one text to keep on disk. Positions cannot be
 * compared, so each reader goes on from its own.
 */
export class KeptPositions {
  readonly #positions: (string | null)[]

  /** @param kept by as many readers; by another number of them, or none: nothing is known */
  constructor(kept: string | null, count: number) {
    const positions = kept === null ? null : parse(kept)
    this.#positions =
      positions?.length === count ? positions : Array.from({ length: count }, () => null)
  }

  of(reader: number): string | null {
    return this.#positions[reader] ?? null
  }

  /** @returns what to keep now; `null` as long as one of the readers is nowhere yet */
  moved(reader: number, position: string): string | null {
    this.#positions[reader] = position
    return this.#positions.includes(null) ? null : JSON.stringify(this.#positions)
  }
}

function parse(kept: string): string[] | null {
  try {
    const positions: unknown = JSON.parse(kept)
    const isGood = Array.isArray(positions) && positions.every((one) => typeof one === 'string')
    return isGood ? positions : null
  } catch {
    return null
  }
}
