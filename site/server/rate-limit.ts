/**
 * Counts events per key in windows of fixed length, in memory alone, and forgets them after.
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
    return count <= most
  }
}
