/** Words that are known, with how often each occurs. */
export type KnownWords = ReadonlyMap<string, number>

/** Shorter ones are one letter away from too many others. */
const SHORTEST = 3

/**
 * Usual words that may have been meant by another, the most usual first: one letter more, less,
 * another, or two that changed places.
 * @param word folded
 */
export function wordsMeant(word: string, known: KnownWords, most: number): string[] {
  if (word.length < SHORTEST || /\d/.test(word)) return []
  const countOf = (other: string) => known.get(other) ?? 0
  const near: string[] = []
  for (const other of known.keys()) {
    if (other.length >= SHORTEST && isOneSlipAway(word, other)) near.push(other)
  }
  return near.toSorted((a, b) => countOf(b) - countOf(a)).slice(0, most)
}

/** Whether two different words differ by one slip of typing. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const [oneRest, otherRest] = [one.slice(same), other.slice(same)]
  return (
    oneRest.slice(1) === otherRest.slice(1) ||
    oneRest.slice(1) === otherRest ||
    oneRest === otherRest.slice(1) ||
    (oneRest[0] === otherRest[1] &&
      oneRest[1] === otherRest[0] &&
      oneRest.slice(2) === otherRest.slice(2))
  )
}
