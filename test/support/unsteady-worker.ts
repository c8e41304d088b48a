import { parentPort } from 'node:worker_threads'

// Stands for the render worker where a test needs one that dies or hangs: does as the path says.
parentPort?.on('message', (order) => {
  if (order === 'stop') parentPort?.close()
  else if (order.input?.path === '/dies') process.exit(1)
  else if (order.input?.path === '/hangs') for (;;);
  else if (order.input?.path === '/fails') parentPort?.postMessage({ id: order.id, failed: true })
  else if (order.input?.path !== '/late') {
    const body = new TextEncoder().encode(`answer for ${order.input?.path}`)
    const output = { status: 200, headers: [], body, tags: [], expiresAt: null }
    parentPort?.postMessage({ id: order.id, output })
  }
})
parentPort?.postMessage('ready')
