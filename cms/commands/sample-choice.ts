import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#shared/config.ts'

/**
 * Whether a new database gets the sample content is decided once and kept, so that a portal that was
 * begun empty, or cleared of its sample, is not filled by a later start.
 */
export function isSampleDecided(config: Config): boolean {
  return existsSync(choiceFile(config))
}

export function rememberSampleChoice(config: Config, choice: 'sample' | 'empty'): void {
  writeFileSync(choiceFile(config), `${choice}\n`)
}

function choiceFile({ dataDir }: Config): string {
  return join(dataDir, 'first-content')
}
