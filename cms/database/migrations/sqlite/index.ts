import * as initial from './20261122_000000_initial.ts'
import * as changes from './20261125_231207_changes.ts'

export const migrations = [
  { up: initial.up, down: initial.down, name: '20261122_000000_initial' },
  { up: changes.up, down: changes.down, name: '20261125_231207_changes' },
]
