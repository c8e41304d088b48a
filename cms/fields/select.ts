import type { SelectField } from 'payload'
import { optionsOf, type Term } from '#shared/vocabulary/term.ts'

type Single = Omit<Partial<Extract<SelectField, { hasMany?: false }>>, 'name' | 'type' | 'options'>

/** A choice of one term of a vocabulary. */
export const selectOne = (
  name: string,
  label: string,
  terms: readonly Term[],
  options: Single = {},
): SelectField => ({ ...options, name, type: 'select', label, options: optionsOf(terms) })

/** A choice of several terms of a vocabulary. */
export const selectMany = (
  name: string,
  label: string,
  terms: readonly Term[],
  options: Single = {},
): SelectField =>
  ({
    ...options,
    name,
    type: 'select',
    hasMany: true,
    label,
    options: optionsOf(terms),
  }) as SelectField
