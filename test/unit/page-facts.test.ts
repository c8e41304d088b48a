import { describe, expect, it } from 'vitest'
import { abbreviateName } from '#shared/vietnamese/abbreviate-name.ts'
import { captionText } from '#site/data/pictures.ts'
import { readingTime } from '#site/data/reading-time.ts'
import { queryPage, splitPage } from '#site/data/split-page.ts'
import { workingDaysBetween } from '#site/data/working-days.ts'

describe('abbreviateName', () => {
  it.each([
    ['Đỗ Văn  Hải', 'Đ.V.H.'],
    ['hoa', 'H.'],
    ['', ''],
  ])('shows "%s" as "%s"', (name, initials) => expect(abbreviateName(name)).toBe(initials))
})

describe('workingDaysBetween', () => {
  it.each([
    ['2026-03-09T08:00:00+07:00', '2026-03-13T16:00:00+07:00', 4],
    ['2026-03-13T08:00:00+07:00', '2026-03-16T08:00:00+07:00', 1],
    ['2026-03-14T08:00:00+07:00', '2026-03-15T08:00:00+07:00', 0],
    // 23:30 in Việt Nam is still that day, though it is the day before in UTC terms of hours.
    ['2026-03-09T23:30:00+07:00', '2026-03-10T00:30:00+07:00', 1],
  ])('from %s to %s counts %i', (from, to, days) => {
    expect(workingDaysBetween(from, to)).toBe(days)
  })
})

describe('captionText', () => {
  it.each([
    ['Lò gốm', 'Minh An', 'Lò gốm. Ảnh: Minh An'],
    ['Lò gốm.', 'Minh An', 'Lò gốm. Ảnh: Minh An'],
    ['Lò gốm', null, 'Lò gốm'],
    [null, 'Minh An', 'Ảnh: Minh An'],
    ['Lò gốm', 'Hình minh họa: Minh An', 'Lò gốm. Hình minh họa: Minh An'],
    [null, null, ''],
  ])('joins %j and %j', (caption, credit, text) => expect(captionText(caption, credit)).toBe(text))
})

describe('page numbers', () => {
  it.each([
    ['khuyen-cong', 'khuyen-cong', 1],
    ['khuyen-cong/dao-tao/trang-3', 'khuyen-cong/dao-tao', 3],
    ['khuyen-cong/trang-1', 'khuyen-cong/trang-1', 1],
    ['khuyen-cong/trang-abc', 'khuyen-cong/trang-abc', 1],
  ])('of %s are taken from the path', (path, list, number) => {
    expect(splitPage(path)).toEqual({ list, number })
  })

  it.each(['-1', '0', 'abc', '1e9', '99999999999', ''])(
    '"%s" in a query is the first page',
    (text) => {
      expect(queryPage(new URLSearchParams({ trang: text }))).toBe(1)
    },
  )
})

describe('readingTime', () => {
  it('is at least a minute', () => {
    expect(readingTime('')).toBe(1)
    expect(readingTime('chữ '.repeat(660))).toBe(3)
  })
})
