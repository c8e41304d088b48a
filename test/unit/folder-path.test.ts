import { describe, expect, it } from 'vitest'
import { documentFolder, isDocumentId, pathInside } from '#cms/uploads/folder-path.ts'

const BAD_NAMES = [
  '',
  '.',
  '..',
  '../x',
  '/etc/passwd',
  'a/b',
  'a\\b',
  '..\\x',
  'a\0b.pdf',
  'a\nb',
  'x'.repeat(256),
  '\uD800',
]

describe('a path made of data', () => {
  it.each(BAD_NAMES)('is refused for the name %j', (name) => {
    expect(() => pathInside('/srv/files', name)).toThrow(/no plain name/)
    expect(() => pathInside('/srv/files', 'a', name)).toThrow(/no plain name/)
  })

  it('lies in its folder', () => {
    expect(pathInside('/srv/files', 'media', 'lo-gom.jpg')).toBe('/srv/files/media/lo-gom.jpg')
    expect(pathInside('/srv/files', 'Đơn đề nghị.pdf')).toBe('/srv/files/Đơn đề nghị.pdf')
  })
})

describe('the folder of a document', () => {
  const id = '018f0000-0000-7000-8000-00000000abcd'

  it('is named by an id of the portal alone', () => {
    expect(documentFolder('/srv/files', id)).toBe(`/srv/files/${id}`)
    for (const other of ['/srv/any', '..', '', 'abc', id.toUpperCase(), `${id}/..`, `${id}\n`]) {
      expect(isDocumentId(other)).toBe(false)
      expect(() => documentFolder('/srv/files', other)).toThrow(/no plain name/)
    }
  })
})
