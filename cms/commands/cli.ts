import type { Command } from './command.ts'
import { runCommand } from './run-command.ts'

/** Every verb. Loaded when asked for, so that a small command does not wait for a large one. */
const COMMANDS = {
  start: async () => (await import('./start.ts')).startCommand,
  dev: async () => (await import('./dev.ts')).devCommand,
  setup: async () => (await import('./setup.ts')).setupCommand,
  build: async () => (await import('./build.ts')).buildCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  'check-data': async () => (await import('./check-data.ts')).checkDataCommand,
  copy: async () => (await import('./copy.ts')).copyCommand,
  'allow-writes': async () => (await import('./allow-writes.ts')).allowWritesCommand,
  import: async () => (await import('./import.ts')).importCommand,
  'add-sample': async () => (await import('./add-sample.ts')).addSampleCommand,
  'remove-sample': async () => (await import('./remove-sample.ts')).removeSampleCommand,
  'user-add': async () => (await import('./user-add.ts')).userAddCommand,
  'reset-password': async () => (await import('./reset-password.ts')).resetPasswordCommand,
  'erase-person': async () => (await import('./erase-person.ts')).erasePersonCommand,
  generate: async () => (await import('./generate.ts')).generateCommand,
  'add-migration': async () => (await import('./add-migration.ts')).addMigrationCommand,
} satisfies Record<string, () => Promise<Command>>

process.exitCode = await runCommand('npm run cms', COMMANDS, process.argv.slice(2))
