/** Words that are known, with how often each occurs. */
export type KnownWords = ReadonlyMap<string, number>

/** Shorter ones are one letter away from too many others. */
const SHORTEST = 3

/**
 * The usual word that may have been meant by one that nobody knows: one letter more, less, another,
 * or two that changed places.
 * @param word folded
 */
export function wordMeant(word: string, known: KnownWords): string | null {
  if (word.length < SHORTEST || /\d/.test(word)) return null
  let meant: string | null = null
  for (const [candidate, count] of known) {
    if (candidate.length < SHORTEST || count <= (known.get(meant ?? '') ?? 0)) continue
    if (isOneSlipAway(word, candidate)) meant = candidate
  }
  return meant
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
