import { describe, expect, it, vi } from 'vitest'
import { AnonymousLane } from '#cms/server/anonymous-lane.ts'

const never = new AbortController().signal
/** Lets all that is ready happen. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Asks for a turn and tells whether it came. */
function asks(lane: AnonymousLane, network: string, gone = never) {
  const asked: { end?: () => void; isRefused?: boolean } = {}
  void lane.enter(network, gone).then((end) => {
    if (end) asked.end = end
    else asked.isRefused = true
  })
  return asked
}

describe('strangers', () => {
  it('of one network take turns, and another network passes beside them', async () => {
    const lane = new AnonymousLane()
    const [first, second] = [asks(lane, 'a'), asks(lane, 'a')]
    const other = asks(lane, 'b')
    await settled()
    expect([first.end, second.end, other.end].map(Boolean)).toEqual([true, false, true])
    first.end?.()
    await settled()
    expect(second.end).toBeDefined()
  })

  it('are two at once, whatever their networks', async () => {
    const lane = new AnonymousLane()
    const asked = ['a', 'b', 'c'].map((network) => asks(lane, network))
    await settled()
    expect(asked.map(({ end }) => Boolean(end))).toEqual([true, true, false])
    asked[0]?.end?.()
    await settled()
    expect(asked[2]?.end).toBeDefined()
  })

  it('rest twice as long as they were served while staff is at work', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      let now = 0
      const lane = new AnonymousLane(() => now)
      lane.staffIsHere()
      const [first, second] = [asks(lane, 'a'), asks(lane, 'a')]
      await settled()
      now = 200
      first.end?.()
      vi.advanceTimersByTime(399)
      await settled()
      expect(second.end).toBeUndefined()
      vi.advanceTimersByTime(1)
      await settled()
      expect(second.end).toBeDefined()
    } finally {
      vi.useRealTimers()
    }
  })

  it('who are too many are sent away, and who has gone is forgotten', async () => {
    const lane = new AnonymousLane()
    const gone = new AbortController()
    const asked = Array.from({ length: 52 }, () => asks(lane, 'a', gone.signal))
    await settled()
    expect(asked.map(({ isRefused }) => isRefused ?? false).lastIndexOf(false)).toBe(50)
    gone.abort()
    await settled()
    expect(asked.slice(1).every(({ isRefused }) => isRefused)).toBe(true)
    const next = asks(lane, 'a')
    asked[0]?.end?.()
    await settled()
    expect(next.end).toBeDefined()
  })
})
