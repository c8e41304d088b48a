import { COMMAND_FLAGS } from '#cms/commands/bootstrap/command-flags.mjs'
import type { MongoServer } from '#test/support/mongodb-server.ts'
import type { Bench } from '../part.ts'
import { reportUsage, runMeasured, type Measured } from '../measured.ts'
import type { DataOptions } from './options.ts'
import type { Place } from './place.ts'

/** What all steps of the part share. */
export interface Setting extends Bench {
  readonly options: DataOptions
  readonly server: MongoServer
  /** Filled by the generator; everything else comes from it. */
  readonly first: Place
  /** From `first` by backup and restore. */
  readonly restored: Place
  /** From `first` by a copy. */
  readonly mongodb: Place
  /** From `mongodb` by a copy. */
  readonly last: Place
  readonly archive: string
}

/** Of every command, in MB: a small server has no more to spare. */
const MOST_MEMORY = 500

/** Runs an operator's command on a place; what it took stands in the report as `data.NAME.…`. */
export async function command(
  { report, scratch }: Bench,
  name: string,
  place: Place,
  words: readonly string[],
  atMostSeconds?: number,
): Promise<Measured> {
  console.log(`${name}: ${words.join(' ')}`)
  const measured = await runMeasured(commandWords(...words), place.env, scratch)
  reportUsage(report, `data.${name}`, measured, { atMostSeconds, atMostMb: MOST_MEMORY })
  return measured
}

/** The words that start an operator's command. */
export function commandWords(...words: string[]): string[] {
  return [...COMMAND_FLAGS, 'cms/commands/cli.ts', ...words]
}

/** The words that start one of child.ts. */
export function childWords(...words: string[]): string[] {
  return [...COMMAND_FLAGS, 'test/bench/data/child.ts', ...words]
}

/** Runs one of child.ts on a place and gives its answer. */
export async function ask(
  { scratch }: Bench,
  place: Place,
  ...words: string[]
): Promise<Measured & { answer: unknown }> {
  const measured = await runMeasured(childWords(...words), place.env, scratch)
  const answer = JSON.parse(measured.output.trimEnd().split('\n').at(-1) ?? '') as unknown
  return { ...measured, answer }
}

export interface Dump {
  readonly rows: number
  readonly sha256: string
}

/** All rows of a place in their canonical form, as one number and one hash. */
export async function dumpOf(setting: Bench, place: Place): Promise<Dump> {
  return (await ask(setting, place, 'dump')).answer as Dump
}
