import type { Command } from '#cms/commands/command.ts'
import { runCommand } from '#cms/commands/run-command.ts'

/** Every verb. Loaded when asked for, so that a small command does not wait for a large one. */
const COMMANDS = {
  reindex: async () => (await import('./reindex.ts')).reindexCommand,
} satisfies Record<string, () => Promise<Command>>

process.exitCode = await runCommand('npm run site', COMMANDS, process.argv.slice(2))
