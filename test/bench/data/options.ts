import { parseArgs } from 'node:util'
import type { WorldSize } from '../world/plan.ts'

export interface DataOptions {
  readonly seed: string
  readonly size: WorldSize
  /** Times that each command is killed at a random moment. */
  readonly kills: number
  /** Addresses of the site that are compared, beside those of lists. */
  readonly pages: number
}

const NUMBERS = {
  news: 20_000,
  versions: 3,
  documents: 500,
  comments: 2_000,
  users: 20,
  counters: 20_000,
  uploads: 200,
  'upload-mb': 0,
  kills: 20,
  pages: 2_000,
} as const

export const USAGE = ['[--seed WORD]', ...Object.keys(NUMBERS).map((name) => `[--${name} N]`)].join(
  ' ',
)

/** @throws Error for a word that it does not know, or a number that is none */
export function readOptions(words: string[]): DataOptions {
  const options = Object.fromEntries(
    ['seed', ...Object.keys(NUMBERS)].map((name) => [name, { type: 'string' as const }]),
  )
  const values = parseArgs({ args: words, options }).values as Record<string, string | undefined>
  const number = (name: keyof typeof NUMBERS): number => {
    const value = Number(values[name] ?? NUMBERS[name])
    if (Number.isSafeInteger(value) && value >= 0) return value
    throw new Error(`--${name} is "${values[name]}". Give a whole number.`)
  }
  return {
    seed: values.seed ?? 'portal',
    size: {
      news: number('news'),
      versions: Math.max(1, number('versions')),
      documents: number('documents'),
      comments: number('comments'),
      users: Math.max(1, number('users')),
      counters: number('counters'),
      uploads: number('uploads'),
      uploadMb: number('upload-mb'),
    },
    kills: number('kills'),
    pages: number('pages'),
  }
}
