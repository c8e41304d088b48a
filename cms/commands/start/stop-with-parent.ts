/**
 * Loaded into the portal's processes before their own code: when the process that started them is
 * killed and can no longer stop them, they stop by themselves and free their ports.
 */
import { isMainThread } from 'node:worker_threads'

// Workers and forks inherit --import; the channel to the start belongs to its own child alone.
const parent = Number(new URL(import.meta.url).searchParams.get('parent'))

if (isMainThread && process.connected && process.ppid === parent) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref()
  })
  process.channel?.unref()
}
