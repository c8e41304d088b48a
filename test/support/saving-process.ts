import { openPortal } from '#cms/load-payload.ts'
import { readConfig } from '#shared/config.ts'
import { unique } from './builders.ts'

// A cms that publishes all the time, eight documents at once, until it is killed.

const WRITERS = 8

const portal = await openPortal(readConfig())
process.send?.('ready')
await Promise.all(
  Array.from({ length: WRITERS }, async () => {
    for (;;) {
      const title = `${unique('Chủ đề')} của tiến trình ${process.pid}`
      await portal.create({ collection: 'topics', data: { title }, depth: 0 })
    }
  }),
)
