import { parentPort, threadId, workerData } from 'node:worker_threads'

// Stands for the render worker where a test needs one that dies or hangs: does as the path says.
const BUSY_MS = 600
const never = new Int32Array(new SharedArrayBuffer(4))

parentPort?.on('message', (order) => {
  const path = order.input?.path
  if (order === 'stop') parentPort?.close()
  else if (path === '/dies') process.exit(1)
  else if (path === '/hangs') for (;;);
  else if (path === '/fails') parentPort?.postMessage({ id: order.id, failed: true })
  else if (path !== '/late') {
    if (path === '/busy') Atomics.wait(never, 0, 0, BUSY_MS)
    if (path?.startsWith('/hears-of/')) hearOf(path.slice('/hears-of/'.length))
    const isAskedWho = path === '/who' || order.task === 'visits'
    const text = isAskedWho ? String(threadId) : `answer for ${path}`
    const output = { status: 200, headers: [], body: encode(text), tags: [], expiresAt: null }
    parentPort?.postMessage({ id: order.id, output })
  }
})
parentPort?.postMessage('ready')

function encode(text: string) {
  return new TextEncoder().encode(text)
}

/** A change, at a position that tells where this worker was before. */
function hearOf(tag: string): void {
  const position = `${workerData.position ?? 'nowhere'}, ${tag}`
  parentPort?.postMessage({ changes: { tags: [tag], withdrawn: [], position } })
}
