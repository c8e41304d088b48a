/**
 * A signal that fires once the operator, the service manager or the death of the parent asks this
 * process to stop. What is asked twice is heard once.
 */
export function stopRequest(): AbortSignal {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.connected) {
    process.once('disconnect', stop)
    process.channel?.unref()
  }
  return controller.signal
}

/** Resolves when the stop is asked for. */
export async function untilStopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
