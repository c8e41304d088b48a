/**
 * Keys that one window holds. Who sends from more networks than these is none that a limit by
 * network would stop; what matters then is memory.
 */
const MOST_KEYS = 20_000

/**
 * Counts events per key in windows of fixed length, in memory alone, and forgets them after. Where
 * there are too many keys the one that came first is forgotten earlier.
 * @returns a function that is true as long as the key stays within `most`
 */
export function rateLimit(most: number, windowMs: number, now: () => number = Date.now) {
  let counts = new Map<string, number>()
  let windowEnd = 0

  return (key: string): boolean => {
    if (now() >= windowEnd) {
      counts = new Map()
      windowEnd = now() + windowMs
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (counts.size > MOST_KEYS) forgetFirst(counts)
    return count <= most
  }
}

/**
 * Lets in a number of different members per key and window; one that was let in stays so until the
 * window ends.
 * @returns a function that is true for a member that is in
 */
export function memberLimit(most: number, windowMs: number, now: () => number = Date.now) {
  let members = new Map<string, Set<string>>()
  let known = 0
  let windowEnd = 0

  return (key: string, member: string): boolean => {
    if (now() >= windowEnd) {
      members = new Map()
      known = 0
      windowEnd = now() + windowMs
    }
    const own = members.get(key) ?? new Set()
    if (own.has(member)) return true
    if (own.size >= most) return false
    own.add(member)
    members.set(key, own)
    known += 1
    if (known > MOST_MEMBERS) known -= forgetFirst(members)?.size ?? 0
    return true
  }
}

/** Some ten megabytes. */
const MOST_MEMBERS = 100_000

function forgetFirst<Value>(map: Map<string, Value>): Value | undefined {
  const [first] = map
  if (first) map.delete(first[0])
  return first?.[1]
}
