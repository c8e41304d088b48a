const MOST = 6
const WINDOW_MS = 10 * 60_000
const MOST_ADDRESSES = 10_000

/** When each address sent something, in memory alone: nothing is stored. */
const sent = new Map<string, number[]>()

/** Whether an address may send now; counts it when it may. */
export function mayStillSend(clientAddress: string, now: Date): boolean {
  const since = now.getTime() - WINDOW_MS
  const recent = (sent.get(clientAddress) ?? []).filter((time) => time > since)
  if (recent.length >= MOST) return false
  // Deleted first, so that the map stays in the order of the last post.
  sent.delete(clientAddress)
  sent.set(clientAddress, [...recent, now.getTime()])
  forgetOld(since)
  return true
}

function forgetOld(since: number): void {
  for (const [address, times] of sent) {
    if ((times.at(-1) ?? 0) > since && sent.size <= MOST_ADDRESSES) return
    sent.delete(address)
  }
}
