import { toMachineMoment } from '#shared/vietnamese/dates.ts'
import type { PageName } from './pages.ts'
import { subjectIn, type NewFile, type World } from './subject.ts'

/** What a page says, or must not say any more; `null`: nothing to look for. */
export type Sign = string | RegExp | null

/** A change of fields whose type does not tell how to change them. */
export interface Change {
  /** The leaves that it changes, all of them. */
  readonly leaves: readonly string[]
  /** What is saved; the fields are put back afterwards. */
  data(world: World): object
  /** What pages say before it, and after it instead. */
  shows(world: World): Readonly<Partial<Record<PageName, readonly [before: Sign, after: Sign]>>>
  /** Pages on which it stands by the way when it is put back: what is new there may lag a minute. */
  readonly lagging?: readonly PageName[]
  /** Comes with the data, and is not put back. */
  file?(): Promise<NewFile> | NewFile
}

/** The word that a text of the world shows. */
export function word(world: World, name: string, leaf: string): string {
  const found = subjectIn(world, name).words.get(leaf)
  if (!found) throw new Error(`${name} has no word for ${leaf}`)
  return found
}

export function idIn(world: World, name: string): string {
  return String(subjectIn(world, name).id)
}

/** The first row of an array field, to be changed in a part. */
export function rowIn(world: World, name: string, field: string): Record<string, unknown> {
  const [row] = subjectIn(world, name).doc[field] as readonly Record<string, unknown>[]
  return { ...row }
}

/** A calendar date as the markup has it, or a moment. */
export function shownAt(date: string): string {
  return `datetime="${date.includes('T') ? toMachineMoment(date) : date}"`
}

/** Words that stand alone in an element. */
export function alone(text: string): RegExp {
  return new RegExp(`>\\s*${text}\\s*<`)
}
