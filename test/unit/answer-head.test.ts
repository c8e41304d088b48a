import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AnswerHead } from '#site/server/page-cache/answer-head.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 31, 23, 59, 59, 999) }))
afterEach(() => void vi.useRealTimers())

test('a head has the date of now, in bytes that stay as they were given', () => {
  const head = new AnswerHead(200, ['content-type', 'text/html'])
  const early = head.bytes()
  vi.advanceTimersByTime(1)
  const late = head.bytes()
  expect(early.toString()).toBe(
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nDate: Sat, 31 Jan 2026 23:59:59 GMT\r\n' +
      'Connection: keep-alive\r\nKeep-Alive: timeout=20\r\n\r\n',
  )
  expect(late.toString()).toContain('Date: Sun, 01 Feb 2026 00:00:00 GMT\r\n')
})

test('a clock that was set back is followed', () => {
  const head = new AnswerHead(304, [])
  head.bytes()
  vi.setSystemTime(Date.UTC(2026, 0, 1))
  expect(head.bytes().toString()).toContain('Date: Thu, 01 Jan 2026 00:00:00 GMT')
})

test.each([
  ['location', '/a\r\nset-cookie: b=1'],
  ['location', '/a\0'],
  ['bad name', 'x'],
  ['x:', 'y'],
])('what would not stay within its line is refused: %j: %j', (name, value) => {
  expect(() => new AnswerHead(200, [name, value])).toThrow(TypeError)
})
