import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { mappedRow } from '#cms/database/mapped-row.ts'
import { fillEmptyValues } from '#cms/database/mongodb/empty-values.ts'
import { referencePlaces } from '#cms/database/mongodb/reference-places.ts'
import { collectReferences, type References } from '#cms/database/mongodb/references.ts'
import { withoutReferences } from '#cms/database/mongodb/without-references.ts'

const text = { name: 'text', type: 'text' }
const texts = { name: 'texts', type: 'text', hasMany: true }
const one = { name: 'one', type: 'relationship', relationTo: 'news' }
const many = { name: 'many', type: 'upload', relationTo: 'media', hasMany: true }
const either = { name: 'either', type: 'relationship', relationTo: ['news', 'media'] }
const within = [text, one, many, either]

/** Fields as Payload flattens them, nested in every way that it knows. */
const FIELDS = [
  { name: 'id', type: 'text' },
  { name: 'shown', type: 'text', virtual: true },
  ...within,
  texts,
  { name: 'group', type: 'group', flattenedFields: within },
  { name: 'rows', type: 'array', flattenedFields: [text, either, many] },
  {
    name: 'blocks',
    type: 'blocks',
    blocks: [
      { slug: 'quote', flattenedFields: [text, one] },
      { slug: 'gallery', flattenedFields: [many] },
    ],
  },
] as unknown as FlattenedField[]

const news = (value: string) => ({ relationTo: 'news', value })

const ROW = {
  one: 'n1',
  many: ['m1', 'm2'],
  either: news('n1'),
  group: { text: 'a', one: 'n2', many: ['m1'], either: { relationTo: 'media', value: 'n1' } },
  rows: [{ text: 'b', either: news('n1'), many: ['m2'] }, { text: 'c' }],
  blocks: [
    { blockType: 'quote', text: 'd', one: 'n1' },
    { blockType: 'gallery', many: ['m1', 'm2'] },
    { blockType: 'gone', one: 'n1' },
  ],
}

describe('a row that was read', () => {
  it('gets null and [] where it has nothing, at any depth, and no empty choice of kinds', () => {
    const row: Record<string, unknown> = {
      rows: [{ id: 'r' }],
      blocks: [{ blockType: 'quote' }],
      either: null,
    }
    fillEmptyValues(FIELDS, row)
    expect(row).toStrictEqual({
      text: null,
      one: null,
      many: [],
      texts: [],
      group: { text: null, one: null, many: [] },
      rows: [{ id: 'r', text: null, many: [] }],
      blocks: [{ blockType: 'quote', text: null, one: null }],
    })
  })

  it('gets no more than was asked for', () => {
    const some: Record<string, unknown> = { rows: [{}] }
    fillEmptyValues(FIELDS, some, { text: true, group: { one: true }, rows: { text: true } })
    expect(some).toStrictEqual({ text: null, group: { one: null }, rows: [{ text: null }] })
    const others: Record<string, unknown> = { blocks: [{ blockType: 'quote' }] }
    fillEmptyValues(FIELDS, others, {
      text: false,
      one: false,
      many: false,
      texts: false,
      rows: false,
      group: { many: false, one: false },
      blocks: { quote: { text: false } },
    })
    expect(others).toStrictEqual({
      group: { text: null },
      blocks: [{ blockType: 'quote', one: null }],
    })
  })

  it('keeps every value that it has', () => {
    const row = structuredClone({ ...ROW, text: '', texts: ['x'] })
    fillEmptyValues(FIELDS, row)
    expect(row).toMatchObject({ ...ROW, text: '', texts: ['x'] })
  })
})

describe('a row that is mapped', () => {
  it('is the very same where nothing changes', () => {
    expect(mappedRow(FIELDS, ROW, (_, value) => value)).toBe(ROW)
  })

  it('changes at any depth, and leaves the first as it was', () => {
    const before = structuredClone(ROW)
    const loud = mappedRow(FIELDS, ROW, (field, value) =>
      field.type === 'text' && typeof value === 'string' ? value.toUpperCase() : value,
    )
    expect(ROW).toEqual(before)
    expect(loud).toMatchObject({
      group: { text: 'A', one: 'n2' },
      rows: [{ text: 'B' }, { text: 'C' }],
      blocks: [{ text: 'D' }, { many: ['m1', 'm2'] }, { blockType: 'gone' }],
    })
  })
})

describe('references', () => {
  it('are found at any depth, each once', () => {
    const found: References = new Map()
    collectReferences(FIELDS, ROW, found)
    expect(found.get('news')).toEqual(new Set(['n1', 'n2']))
    expect(found.get('media')).toEqual(new Set(['m1', 'm2', 'n1']))
  })

  it('have their places, each with the part of the row that is written for it', () => {
    expect(referencePlaces(FIELDS, 'news')).toEqual([
      { path: 'one', part: 'one' },
      { path: 'either.value', part: 'either' },
      { path: 'group.one', part: 'group.one' },
      { path: 'group.either.value', part: 'group.either' },
      { path: 'rows.either.value', part: 'rows' },
      { path: 'blocks.one', part: 'blocks' },
    ])
    expect(referencePlaces(FIELDS, 'topics')).toEqual([])
  })

  it('to what is gone are taken out, and nothing else is written', () => {
    const gone = { collection: 'news', ids: new Set(['n1']) } as const
    expect(withoutReferences(FIELDS, ROW, gone)).toStrictEqual({
      one: null,
      either: null,
      rows: [{ text: 'b', either: null, many: ['m2'] }, { text: 'c' }],
      blocks: [{ blockType: 'quote', text: 'd', one: null }, ROW.blocks[1], ROW.blocks[2]],
    })
    const pictures = { collection: 'media', ids: new Set(['m1']) } as const
    expect(withoutReferences(FIELDS, ROW, pictures)).toStrictEqual({
      many: ['m2'],
      'group.many': null,
      blocks: [ROW.blocks[0], { blockType: 'gallery', many: ['m2'] }, ROW.blocks[2]],
    })
  })
})
