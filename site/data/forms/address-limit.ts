import { networkOf } from '#cms/access/network.ts'

const MOST = 6
const WINDOW_MS = 10 * 60_000
const MOST_NETWORKS = 10_000

/** When each network sent something, in memory alone: nothing is stored. */
const sent = new Map<string, number[]>()

/** Whether the network of an address may send something of a kind now; counts it when it may. */
export function mayStillSend(kind: 'form' | 'rating', clientAddress: string, now: Date): boolean {
  const key = `${kind} ${networkOf(clientAddress)}`
  const since = now.getTime() - WINDOW_MS
  const recent = (sent.get(key) ?? []).filter((time) => time > since)
  if (recent.length >= MOST) return false
  // Deleted first, so that the map stays in the order of the last post.
  sent.delete(key)
  sent.set(key, [...recent, now.getTime()])
  forgetOld(since)
  return true
}

/** What was counted last came to nothing, by no fault of the sender. */
export function takeBack(kind: 'form' | 'rating', clientAddress: string): void {
  sent.get(`${kind} ${networkOf(clientAddress)}`)?.pop()
}

function forgetOld(since: number): void {
  for (const [key, times] of sent) {
    if ((times.at(-1) ?? 0) > since && sent.size <= MOST_NETWORKS) return
    sent.delete(key)
  }
}
