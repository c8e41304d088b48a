import { setTimeout as wait } from 'node:timers/promises'

/**
 * Waits until an address answers with 200.
 * @returns false where it did not within `timeoutMs`, or was told to stop
 */
export async function waitUntilAnswers(
  url: string,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<boolean> {
  const end = Date.now() + timeoutMs
  while (Date.now() < end && !signal?.aborted) {
    if (await answers(url)) return true
    await wait(150)
  }
  return false
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000), redirect: 'manual' })
    await response.body?.cancel()
    return response.status === 200
  } catch {
    // Not listening yet: that is what is being waited for.
    return false
  }
}
