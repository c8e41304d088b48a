import { expect, test } from 'vitest'
import { placeInWords } from '#shared/vietnamese/places.ts'

test.each([
  ['Xóm Lò', 'Xã Châu Thành', 'Xóm Lò, xã Châu Thành'],
  ['Thôn Đông, xã Tân Mỹ', 'Xã Tân Mỹ (huyện Tân Mỹ cũ)', 'Thôn Đông, xã Tân Mỹ (huyện Tân Mỹ cũ)'],
  ['Số 8, phường Bến Vân', 'Phường Bến Vân', 'Số 8, phường Bến Vân'],
  [null, 'Xã Tân Mỹ', 'Xã Tân Mỹ'],
  ['Xóm Lò', '', 'Xóm Lò'],
  ['', undefined, null],
])('%s with %s is %s', (address, unit, expected) => {
  expect(placeInWords(address, unit)).toBe(expected)
})
