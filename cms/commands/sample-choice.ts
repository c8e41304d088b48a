import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIRST_CONTENT } from '#cms/storage/traces.ts'
import type { Config } from '#shared/config.ts'

/** `filling`: the sample is going in, or was interrupted at that and is to be completed. */
export type SampleChoice = 'undecided' | 'filling' | 'sample' | 'empty'

/**
 * Whether a new database gets the sample content is decided once and kept, so that a portal that was
 * begun empty, or cleared of its sample, is not filled by a later start.
 */
export function sampleChoice(config: Config): SampleChoice {
  const file = choiceFile(config)
  if (!existsSync(file)) return 'undecided'
  const word = readFileSync(file, 'utf8').trim()
  return word === 'filling' || word === 'sample' ? word : 'empty'
}

export function isSampleDecided(config: Config): boolean {
  return ['sample', 'empty'].includes(sampleChoice(config))
}

export function rememberSampleChoice(config: Config, choice: SampleChoice): void {
  writeFileSync(choiceFile(config), `${choice}\n`)
}

function choiceFile({ dataDir }: Config): string {
  return join(dataDir, FIRST_CONTENT)
}
