type Seed = readonly (string | number)[]

/**
 * Numbers that look random and are the same for the same seed. Each row of a world has a stream of
 * its own, so that any row can be made without those before it. (sfc32, seeded by cyrb128: both are
 * small and fast, and nothing here is a secret.)
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #count = 1

  constructor(...seed: Seed) {
    const [a, b, c] = hash(seed.join('\0'))
    this.#a = a
    this.#b = b
    this.#c = c
    for (let turn = 0; turn < 12; turn += 1) this.next()
  }

  /** From 0 to just below 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#count) | 0
    this.#count = (this.#count + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    return (sum >>> 0) / 2 ** 32
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** Any entry, all alike. */
  pick<Entry>(list: readonly [Entry, ...Entry[]] | readonly Entry[]): Entry {
    return list[Math.floor(this.next() * list.length)] as Entry
  }

  /** Early entries far more often than late ones: the n-th about 1/n as often, as words in a text. */
  frequent<Entry>(list: readonly Entry[]): Entry {
    return list[Math.floor((list.length + 1) ** this.next()) - 1] as Entry
  }

  hex(length: number): string {
    let text = ''
    while (text.length < length) text += Math.floor(this.next() * 16).toString(16)
    return text
  }
}

function hash(text: string): [number, number, number] {
  let [a, b, c] = [1779033703, 3144134277, 1013904242]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = a ^ Math.imul(c ^ code, 951274213)
  }
  return [a >>> 0, b >>> 0, c >>> 0]
}
