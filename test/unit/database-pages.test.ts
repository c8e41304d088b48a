import { expect, test } from 'vitest'
import { pageOf } from '#cms/database/page.ts'

const DOCS = [{ id: 'a' }, { id: 'b' }]
const ONLY = { hasPrevPage: false, prevPage: null, hasNextPage: false, nextPage: null }

test.each<[string, Parameters<typeof pageOf>[2], number, object]>([
  [
    'in the middle has neighbours',
    { limit: 2, page: 2 },
    5,
    {
      totalPages: 3,
      pagingCounter: 3,
      hasPrevPage: true,
      prevPage: 1,
      hasNextPage: true,
      nextPage: 3,
    },
  ],
  [
    'at the end has one before it alone',
    { limit: 2, page: 3 },
    5,
    {
      totalPages: 3,
      pagingCounter: 5,
      hasPrevPage: true,
      prevPage: 2,
      hasNextPage: false,
      nextPage: null,
    },
  ],
  [
    'that is not counted is the only one',
    { limit: 2, page: 2, pagination: false },
    9,
    {
      ...ONLY,
      totalDocs: 2,
      totalPages: 1,
      pagingCounter: 1,
    },
  ],
  ['without a limit is the only one', {}, 9, { ...ONLY, totalDocs: 2, limit: 0, page: 1 }],
])('a page %s', (_, asked, total, expected) => {
  expect(pageOf(DOCS, total, asked)).toMatchObject({ docs: DOCS, ...expected })
})
