import { flattenAllFields, type Field } from 'payload'
import { describe, expect, test } from 'vitest'
import { canonicalRow, withDates, withNulls } from '#cms/database/canonical-row.ts'

const FIELDS: Field[] = [
  { name: 'id', type: 'text' },
  { name: 'title', type: 'text' },
  { name: 'words', type: 'text', hasMany: true },
  { name: 'at', type: 'date' },
  { name: 'size', type: 'number' },
  { name: 'isPublic', type: 'checkbox' },
  { name: 'settings', type: 'json' },
  { name: 'body', type: 'richText' },
  { name: 'seen', type: 'text', virtual: true },
  { name: 'places', type: 'join', collection: 'news', on: 'cover' },
  { type: 'row', fields: [{ name: 'inRow', type: 'text' }] },
  {
    name: 'meta',
    type: 'group',
    fields: [
      { name: 'from', type: 'date' },
      { name: 'deep', type: 'group', fields: [{ name: 'note', type: 'text' }] },
    ],
  },
  {
    name: 'rows',
    type: 'array',
    fields: [
      { name: 'on', type: 'date' },
      { name: 'tags', type: 'text', hasMany: true },
    ],
  },
  {
    name: 'parts',
    type: 'blocks',
    blocks: [
      { slug: 'quote', fields: [{ name: 'saidAt', type: 'date' }] },
      {
        slug: 'list',
        fields: [{ name: 'items', type: 'array', fields: [{ name: 'text', type: 'text' }] }],
      },
    ],
  },
  { name: 'cover', type: 'upload', relationTo: 'media' },
  { name: 'target', type: 'relationship', relationTo: ['news', 'pages'] },
  { name: 'targets', type: 'relationship', relationTo: ['news', 'pages'], hasMany: true },
]
const fields = flattenAllFields({ fields: FIELDS })
const canonical = (values: object) => canonicalRow(fields, '1', { ...values })

const MOMENT = '2026-03-01T17:00:00.000Z'
const DATE = new Date(MOMENT)

/** A row in which every field has something. */
const FULL = {
  title: 'Gốm',
  words: ['a', 'b'],
  at: MOMENT,
  size: 0,
  isPublic: false,
  settings: { empty: [], none: null, nested: { at: MOMENT } },
  body: { root: { children: [] } },
  inRow: 'x',
  meta: { from: MOMENT, deep: { note: 'n' } },
  rows: [{ id: 'r1', on: MOMENT, tags: ['t'] }],
  parts: [
    { id: 'p1', blockType: 'quote', blockName: 'Lời', saidAt: MOMENT },
    { id: 'p2', blockType: 'list', items: [{ id: 'i1', text: 'y' }] },
  ],
  cover: 'm1',
  target: { relationTo: 'news', value: 'n1' },
  targets: [{ relationTo: 'pages', value: 'p1' }],
}

describe('the canonical form of a row', () => {
  test('begins with the id, and then has its fields by name', () => {
    const names = Object.keys(canonical(Object.fromEntries(Object.entries(FULL).toReversed())))
    expect(names[0]).toBe('id')
    expect(names.slice(1)).toEqual(Object.keys(FULL).toSorted())
  })

  test('is the same text whatever form a database gives a moment in', () => {
    const forms = [MOMENT, DATE, '2026-03-02T00:00:00+07:00', '2026-03-01 17:00:00.000Z']
    for (const at of forms) {
      const row = canonical({ at, meta: { from: at }, rows: [{ id: 'r', on: at }] })
      expect(row).toEqual({
        id: '1',
        at: MOMENT,
        meta: { from: MOMENT },
        rows: [{ id: 'r', on: MOMENT }],
      })
    }
  })

  test.for([
    ['null', null],
    ['nothing', undefined],
    ['an empty list', []],
  ])('leaves out what holds %s', ([, empty]) => {
    const values = { title: null, words: empty, rows: empty, targets: empty, meta: { from: null } }
    expect(canonical(values)).toEqual({ id: '1' })
  })

  test('keeps what is false, zero or an empty text', () => {
    const values = { isPublic: false, size: 0, title: '' }
    expect(canonical(values)).toEqual({ id: '1', ...values })
  })

  test.for(['settings', 'body'])(
    'keeps [], {} and date-like text within %s as they are',
    (name) => {
      for (const value of [[], {}, { a: [], b: {}, at: '2026-03-01' }]) {
        expect(canonical({ [name]: value })).toEqual({ id: '1', [name]: value })
      }
    },
  )

  test('has neither virtual fields, nor joins, nor what no field names', () => {
    expect(canonical({ seen: 'x', places: { docs: [] }, globalType: 'x' })).toEqual({ id: '1' })
  })

  test('has of a reference to several collections but which and what', () => {
    const reference = { value: 'n1', relationTo: 'news', _id: 'internal' }
    expect(canonical({ target: reference, targets: [reference] })).toEqual({
      id: '1',
      target: { relationTo: 'news', value: 'n1' },
      targets: [{ relationTo: 'news', value: 'n1' }],
    })
  })

  test('refuses a block that the schema does not have', () => {
    expect(() => canonical({ parts: [{ blockType: 'unknown' }] })).toThrow('no block "unknown"')
  })
})

describe('a row on its way into a database', () => {
  test('with moments as Dates comes back the same', () => {
    const row = canonical(FULL)
    const stored = withDates(fields, row)
    expect(stored).not.toHaveProperty('id')
    expect(stored).toMatchObject({ at: DATE, meta: { from: DATE }, rows: [{ on: DATE }] })
    expect(JSON.stringify(canonical(stored))).toBe(JSON.stringify(row))
  })

  test('with null for what it lacks comes back the same', () => {
    for (const values of [FULL, { meta: { from: MOMENT } }, {}]) {
      const { id, ...row } = canonical(values)
      const stored = withNulls(fields, row)
      expect(JSON.stringify(canonical(stored))).toBe(JSON.stringify({ id, ...row }))
    }
  })

  test('has null or an empty list for every field that it lacks, so that no default comes in', () => {
    expect(withNulls(fields, {})).toEqual({
      at: null,
      body: null,
      cover: null,
      inRow: null,
      isPublic: null,
      meta: { from: null, deep: { note: null } },
      parts: [],
      rows: [],
      settings: null,
      size: null,
      target: null,
      targets: [],
      title: null,
      words: [],
    })
  })
})
