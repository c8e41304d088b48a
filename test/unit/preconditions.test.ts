import { describe, expect, test } from 'vitest'
import { judge } from '#site/server/preconditions.ts'

const MODIFIED = Date.parse('2026-03-01T08:00:00.750Z')
const DATE = 'Sun, 01 Mar 2026 08:00:00 GMT'
const EARLIER = 'Sun, 01 Mar 2026 07:59:59 GMT'
const LATER = 'Sun, 01 Mar 2026 08:00:01 GMT'
const FILE = { etag: '"a-1"', modified: MODIFIED, size: 1_000 }
const ask = (headers: Record<string, string>, method = 'GET', size = FILE.size) =>
  judge(method, headers, { ...FILE, size }, MODIFIED + 60_000)

describe('conditions', () => {
  test.each([
    [{ 'if-match': '"nope"' }, 412],
    [{ 'if-match': '"nope", "a-1"' }, 200],
    [{ 'if-match': '*' }, 200],
    // Strong comparison: a weak tag is never the same.
    [{ 'if-match': 'W/"a-1"' }, 412],
    [{ 'if-match': 'a-1' }, 412],
    [{ 'if-unmodified-since': EARLIER }, 412],
    [{ 'if-unmodified-since': DATE }, 200],
    [{ 'if-unmodified-since': 'yesterday' }, 200],
    [{ 'if-unmodified-since': 'Sunday, 01-Mar-26 07:59:59 GMT' }, 412],
    [{ 'if-unmodified-since': 'Sun Mar  1 07:59:59 2026' }, 412],
    // The tag decides where both are told.
    [{ 'if-match': '"a-1"', 'if-unmodified-since': EARLIER }, 200],
    [{ 'if-none-match': '"a-1"' }, 304],
    [{ 'if-none-match': 'W/"a-1"' }, 304],
    [{ 'if-none-match': '"b", "a-1"' }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"b"', 'if-modified-since': LATER }, 200],
    [{ 'if-modified-since': DATE }, 304],
    [{ 'if-modified-since': LATER }, 304],
    [{ 'if-modified-since': EARLIER }, 200],
    [{ 'if-modified-since': 'nonsense' }, 200],
    [{ 'if-match': '"nope"', 'if-none-match': '"a-1"' }, 412],
    [{ 'if-none-match': '"a-1"', range: 'bytes=0-9' }, 304],
  ])('%j answers %i', (headers, status) => {
    expect(ask(headers).status).toBe(status)
  })
})

describe('a range', () => {
  test.each([
    ['bytes=0-9', 0, 9],
    ['Bytes=0-9', 0, 9],
    ['bytes= 0-9 ', 0, 9],
    ['bytes=990-', 990, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-40000', 0, 999],
    [`bytes=0-${'9'.repeat(400)}`, 0, 999],
    ['bytes=0-9,2000-', 0, 9],
  ])('%s is sent', (range, start, end) => {
    expect(ask({ range })).toEqual({ status: 206, start, end })
  })

  test.each(['bytes=1000-', `bytes=${'9'.repeat(400)}-`, 'bytes=-0', 'bytes=2000-,-0'])(
    '%s lies outside',
    (range) => {
      expect(ask({ range })).toEqual({ status: 416 })
    },
  )

  test.each([
    'bytes=9-5',
    'bytes=abc',
    'bytes=-',
    'bytes=',
    'bytes=,',
    'bytes=0-9,9-5',
    'bytes=0-9,,10-19',
    'bytes=+1-2',
    'bytes=1.0-2',
    'bytes=0x1-2',
    'bytes 0-9',
    'lines=0-9',
    'bytes=0-9, bytes=10-19',
    'bytes=0-9,20-29',
  ])('%s gets the whole', (range) => {
    expect(ask({ range })).toEqual({ status: 200 })
  })

  test('is for GET alone', () => {
    expect(ask({ range: 'bytes=0-9' }, 'HEAD')).toEqual({ status: 200 })
  })

  test('of an empty file is outside, or the whole', () => {
    expect(ask({ range: 'bytes=0-9' }, 'GET', 0)).toEqual({ status: 416 })
    expect(ask({ range: 'bytes=-9' }, 'GET', 0)).toEqual({ status: 200 })
  })

  test.each([
    ['"a-1"', 206],
    ['W/"a-1"', 200],
    ['"b"', 200],
    ['"a-1", "b"', 200],
    [DATE, 206],
    [LATER, 200],
    [EARLIER, 200],
    ['Tue, 01 Jan 2030 00:00:00 GMT', 200],
    ['nonsense', 200],
  ])('if it is still %s answers %i', (wanted, status) => {
    expect(ask({ range: 'bytes=0-9', 'if-range': wanted }).status).toBe(status)
  })

  test('is not sent by the date of a file that may change within its second', () => {
    const headers = { range: 'bytes=0-9', 'if-range': DATE }
    expect(judge('GET', headers, FILE, MODIFIED + 500).status).toBe(200)
  })
})
