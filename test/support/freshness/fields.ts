import type { FlattenedField, SanitizedConfig } from 'payload'
import { CHANGES } from './changes.ts'
import { holding, isText, newWord } from './marks.ts'
import { isNotShown } from './not-shown.ts'

type Values = Readonly<Record<string, unknown>>

/** What a field was filled with, and the words to look for by leaf: "contacts.phone". */
export interface Filled {
  readonly value: unknown
  readonly words: ReadonlyMap<string, string>
}

/** Every leaf that a collection or global has: the fields, and what rows and groups hold. */
export function leavesOf(config: SanitizedConfig, slug: string): string[] {
  return fieldsOf(config, slug).flatMap((field) => [...leavesIn(field).keys()])
}

/** The fields that hold words, which their type alone tells how to change. */
export function textFields(config: SanitizedConfig, slug: string): string[] {
  return fieldsOf(config, slug)
    .filter((field) => [...leavesIn(field)].some(([leaf, part]) => isByType(slug, leaf, part)))
    .map(({ name }) => name)
}

/** The leaves among them. */
export function textLeaves(config: SanitizedConfig, slug: string): string[] {
  return fieldsOf(config, slug).flatMap((field) =>
    [...leavesIn(field)].flatMap(([leaf, part]) => (isByType(slug, leaf, part) ? leaf : [])),
  )
}

/** New words for a field; what else its group or its first row holds stays. */
export function fill(config: SanitizedConfig, slug: string, name: string, before: unknown): Filled {
  const field = fieldsOf(config, slug).find((one) => one.name === name)
  if (!field) throw new Error(`${slug} has no field ${name}`)
  const words = new Map<string, string>()
  const filled = (leaf: string, part: FlattenedField) => {
    const word = newWord()
    words.set(leaf, word)
    return holding(part, word)
  }
  if (!hasParts(field)) return { value: filled(name, field), words }
  const parts = [...leavesIn(field)].filter(([leaf, part]) => isByType(slug, leaf, part))
  const values = Object.fromEntries(parts.map(([leaf, part]) => [part.name, filled(leaf, part)]))
  if (field.type === 'group') return { value: { ...(before as Values), ...values }, words }
  const [first, ...others] = (before ?? []) as readonly Values[]
  return { value: [{ ...first, ...values }, ...others], words }
}

function fieldsOf(config: SanitizedConfig, slug: string): FlattenedField[] {
  const found = [...config.collections, ...config.globals].find((one) => one.slug === slug)
  if (!found) throw new Error(`There is no collection or global ${slug}`)
  return found.flattenedFields
}

function leavesIn(field: FlattenedField): Map<string, FlattenedField> {
  if (!hasParts(field)) return new Map([[field.name, field]])
  const parts = field.flattenedFields.filter(({ name }) => name !== 'id')
  return new Map(parts.map((part) => [`${field.name}.${part.name}`, part]))
}

/** Sizes of pictures are groups of groups, and nobody edits them: a group of them is one leaf. */
function hasParts(
  field: FlattenedField,
): field is Extract<FlattenedField, { type: 'array' | 'group' }> {
  return field.type === 'array' || field.type === 'group'
}

function isByType(slug: string, leaf: string, field: FlattenedField): boolean {
  const isByHand = CHANGES[slug]?.some(({ leaves }) => leaves.includes(leaf)) ?? false
  return isText(field) && !isByHand && !isNotShown(slug, leaf)
}
