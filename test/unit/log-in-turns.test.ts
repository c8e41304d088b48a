import { describe, expect, it } from 'vitest'
import { Admission } from '#cms/log-in/admission.ts'
import { HashWork } from '#cms/log-in/hash-work.ts'
import { Turns } from '#cms/log-in/turns.ts'

const PACE = { free: 3, firstPause: 1_000, longestPause: 8_000, forget: 60_000 }

/** Tries when it may, and gives the moments at which it could. */
function tryOften(turns: Turns, who: string, times: number, from = 0): number[] {
  const moments: number[] = []
  let now = from
  while (moments.length < times) {
    const wait = turns.wait('account', who, now)
    now += wait
    if (wait > 0) continue
    turns.take('account', who, now)
    moments.push(now)
  }
  return moments
}

describe('attempts', () => {
  it('go on ever slower, up to the longest pause', () => {
    const moments = tryOften(new Turns(PACE), 'a', 9)
    const pauses = moments.slice(1).map((moment, place) => moment - (moments[place] ?? 0))
    expect(pauses).toEqual([0, 0, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000])
  })

  it('are forgotten in time, and elsewhere never count', () => {
    const turns = new Turns(PACE)
    const last = tryOften(turns, 'a', 6).at(-1) ?? 0
    expect(turns.wait('account', 'a', last)).toBeGreaterThan(0)
    expect(turns.wait('other', 'a', last)).toBe(0)
    expect(tryOften(turns, 'a', 3, last + 200_000)).toEqual([0, 0, 0].map(() => last + 200_000))
  })

  it('of a person get a turn, though strangers take every one that is free', () => {
    const turns = new Turns(PACE)
    let now = tryOften(turns, 'stranger', 8).at(-1) ?? 0
    const asked = now
    for (let entered = false; !entered; now += 100) {
      // Strangers ask first at every moment.
      for (const stranger of ['x', 'y', 'z']) {
        if (turns.wait('account', stranger, now) === 0) turns.take('account', stranger, now)
      }
      entered = turns.wait('account', 'person', now) === 0
      expect(now - asked).toBeLessThan(60_000)
    }
  })

  it('that succeeded are taken back', () => {
    const turns = new Turns(PACE)
    for (let times = 0; times < 20; times += 1) {
      expect(turns.wait('account', 'a', times)).toBe(0)
      turns.take('account', 'a', times)
      turns.giveBack('account', times)
    }
  })

  it('at once count before any of them has failed', () => {
    const turns = new Turns(PACE)
    const passed = Array.from({ length: 60 }, (_, n) => {
      const isFree = turns.wait('network', `account ${n}`, 0) === 0
      if (isFree) turns.take('network', `account ${n}`, 0)
      return isFree
    })
    expect(passed.filter(Boolean)).toHaveLength(3)
  })
})

describe('an office of one address', () => {
  it('logs in as often as it likes, with right passwords', () => {
    const admission = new Admission()
    for (let number = 1; number <= 100; number += 1) {
      const attempt = { email: `${number}@example.vn`, network: '203.0.113.7', device: null }
      expect(admission.wait(attempt, number)).toBe(0)
      admission.begin(attempt, number)
      admission.succeed(attempt, number)
    }
  })
})

describe('hashes', () => {
  it('are made few at a time, for known people first, and only so many wait', async () => {
    const work = new HashWork(1)
    const order: string[] = []
    let atOnce = 0
    const run = (name: string, isKnown: boolean) =>
      work.run(isKnown, async () => {
        atOnce += 1
        expect(atOnce).toBe(1)
        await Promise.resolve()
        order.push(name)
        atOnce -= 1
      })
    const all = [run('first', false), run('stranger', false), run('known', true)]
    while (work.hasRoom(false)) all.push(run('more', false))
    expect([all.length, work.hasRoom(true)]).toEqual([12, true])
    await Promise.all(all)
    expect(order.slice(0, 3)).toEqual(['first', 'known', 'stranger'])
    expect(work.hasRoom(false)).toBe(true)
  })

  it('leave their place when they fail', async () => {
    const work = new HashWork(1)
    await expect(work.run(false, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(work.run(false, async () => 'yes')).resolves.toBe('yes')
  })
})
