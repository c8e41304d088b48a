/**
 * Loaded into the portal's processes before their own code: when the process that started them is
 * killed and can no longer stop them, they stop by themselves and free their ports.
 */
import { isMainThread } from 'node:worker_threads'

// Workers inherit --import; only the process itself has the channel.
if (isMainThread && process.connected) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref()
  })
  process.channel?.unref()
}
