import type { CollectionSlug, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collections } from '#cms/collections/index.ts'
import { OPERATORS } from '#cms/gate/conditions.ts'
import { findField } from '#cms/gate/field-paths.ts'
import { buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'
import { buildWorld } from '#test/support/world.ts'

let portal: TestPortal
let token: string
beforeAll(async () => {
  portal = await openPortal()
  await buildWorld(portal.payload)
  const { email } = await buildUser(portal.payload)
  token = await logIn(portal, email)
})
afterAll(() => portal.close())

const ID = '00000000-0000-4000-8000-000000000000'
/** A value for each type of field; all others take a text. */
const GOOD: Readonly<Record<string, string>> = {
  id: ID,
  relationship: ID,
  upload: ID,
  pairId: ID,
  number: '3',
  date: '2026-03-01',
  checkbox: 'true',
}

/** Paths to all fields, those of groups and rows and one relation further included. */
function pathsOf(fields: readonly FlattenedField[]): string[] {
  return fields.flatMap((field) => {
    if ('flattenedFields' in field) {
      return pathsOf(field.flattenedFields).map((path) => `${field.name}.${path}`)
    }
    if (field.type !== 'relationship' && field.type !== 'upload') return [field.name]
    const ends = Array.isArray(field.relationTo) ? ['value', 'relationTo'] : ['id', 'createdAt']
    return [field.name, ...ends.map((end) => `${field.name}.${end}`)]
  })
}

function conditionsOf(slug: CollectionSlug): string[] {
  const { flattenedFields } = portal.payload.collections[slug].config
  return pathsOf(flattenedFields).flatMap((path) => {
    const found = findField(portal.payload, flattenedFields, path)
    if (!found) return []
    const tests = (OPERATORS[found.type] ?? []).map((operator) => {
      if (found.type === 'pair') {
        return `where[${path}][${operator}][relationTo]=news&where[${path}][${operator}][value]=${ID}`
      }
      const value = operator === 'exists' ? 'true' : (GOOD[found.type] ?? 'x')
      return `where[${path}][${operator}]=${value}`
    })
    return [...tests, `sort=-${path}`]
  })
}

describe.each(collections.map(({ slug }) => slug as CollectionSlug))('lists of %s', (slug) => {
  it('can be filtered and sorted by all that the gate lets pass', async () => {
    const faults: unknown[] = []
    for (const condition of conditionsOf(slug)) {
      const { status } = await rest(portal, `/${slug}?${condition}&depth=0&limit=1`, { token })
      if (status >= 500) faults.push([status, condition])
    }
    expect(faults).toEqual([])
  })
})
