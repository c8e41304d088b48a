import { describe, expect, test } from 'vitest'
import { memberLimit, rateLimit } from '#site/server/rate-limit.ts'
import { mayStillSend, takeBack } from '#site/data/forms/address-limit.ts'

describe('events of a key', () => {
  test('are let in up to the limit, and again in the next window', () => {
    let now = 0
    const isWithin = rateLimit(2, 1_000, () => now)
    expect([isWithin('a'), isWithin('a'), isWithin('a'), isWithin('b')]).toEqual([
      true,
      true,
      false,
      true,
    ])
    now = 1_000
    expect(isWithin('a')).toBe(true)
  })

  test('fill no memory: of very many keys the first is forgotten', () => {
    const isWithin = rateLimit(1, 1_000, () => 0)
    isWithin('first')
    for (let at = 0; at < 20_000; at += 1) isWithin(`key ${at}`)
    expect(isWithin('first')).toBe(true)
    expect(isWithin('key 19999')).toBe(false)
  })
})

describe('members of a key', () => {
  test('are let in up to the limit; who is in stays in, and the others until the next window', () => {
    let now = 0
    const isIn = memberLimit(2, 1_000, () => now)
    expect([isIn('a', '1'), isIn('a', '2'), isIn('a', '3')]).toEqual([true, true, false])
    expect([isIn('a', '1'), isIn('a', '2'), isIn('b', '3')]).toEqual([true, true, true])
    now = 1_000
    expect(isIn('a', '3')).toBe(true)
  })

  test('fill no memory: of very many the first key is forgotten', () => {
    const isIn = memberLimit(1, 1_000, () => 0)
    isIn('first', '1')
    for (let at = 0; at < 100_000; at += 1) isIn(`key ${at}`, '1')
    expect(isIn('first', '2')).toBe(true)
    expect(isIn('key 99999', '2')).toBe(false)
  })
})

describe('forms', () => {
  const now = new Date('2026-03-17T05:00:00Z')

  test('of one network share a limit: an address of IPv4, the first half of IPv6', () => {
    for (let at = 0; at < 6; at += 1) {
      expect(mayStillSend('form', `2001:db8:1:2::${at}`, now)).toBe(true)
      expect(mayStillSend('form', '198.51.100.1', now)).toBe(true)
    }
    expect(mayStillSend('form', '2001:db8:1:2:ffff::1', now)).toBe(false)
    expect(mayStillSend('form', '2001:db8:1:3::1', now)).toBe(true)
    expect(mayStillSend('form', '198.51.100.1', now)).toBe(false)
    expect(mayStillSend('form', '198.51.100.2', now)).toBe(true)
    expect(mayStillSend('rating', '198.51.100.1', now)).toBe(true)
  })

  test('that came to nothing do not count', () => {
    for (let at = 0; at < 20; at += 1) {
      expect(mayStillSend('form', '198.51.100.9', now)).toBe(true)
      takeBack('form', '198.51.100.9')
    }
  })
})
