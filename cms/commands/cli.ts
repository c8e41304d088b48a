import { ConfigError, readConfig } from '#shared/config.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { UsageError, type Command } from './command.ts'
import { prepareEnvironment } from './env-file.ts'
import { PROJECT_ROOT } from '#cms/project-root.ts'

/** Their messages are for the operator and say all. */
const FOR_OPERATORS = [OperatorError, ConfigError]

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
  copy: async () => (await import('./copy.ts')).copyCommand,
  'allow-writes': async () => (await import('./allow-writes.ts')).allowWritesCommand,
  import: async () => (await import('./import.ts')).importCommand,
  'add-sample': async () => (await import('./add-sample.ts')).addSampleCommand,
  'remove-sample': async () => (await import('./remove-sample.ts')).removeSampleCommand,
  'user-add': async () => (await import('./user-add.ts')).userAddCommand,
  'reset-password': async () => (await import('./reset-password.ts')).resetPasswordCommand,
  generate: async () => (await import('./generate.ts')).generateCommand,
  'add-migration': async () => (await import('./add-migration.ts')).addMigrationCommand,
} satisfies Record<string, () => Promise<Command>>

process.exitCode = await runCommand(process.argv.slice(2))

async function runCommand([verb = '--help', ...args]: string[]): Promise<number> {
  if (isHelp(verb)) return printCommands()
  if (!isVerb(verb)) {
    console.error(`Không có lệnh "${verb}".\n`)
    await printCommands(console.error)
    return 2
  }
  const command = await COMMANDS[verb]()
  if (args.some(isHelp)) return printUsage(command)
  // Paths in the settings are relative to the project.
  process.chdir(PROJECT_ROOT)
  try {
    prepareEnvironment()
    return await command.run(args, readConfig())
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\nCách dùng: npm run cms -- ${command.usage}`)
      return 2
    }
    if (isForOperator(error)) {
      console.error(error.message)
      return 1
    }
    throw error
  }
}

/** Failures that the operator can mend, and refusals of the cms: their message says all. */
function isForOperator(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  return (
    FOR_OPERATORS.some((kind) => error instanceof kind) || ('isPublic' in error && !!error.isPublic)
  )
}

function isVerb(verb: string): verb is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, verb)
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

function printUsage(command: Command): number {
  console.log(`${command.summary}\nCách dùng: npm run cms -- ${command.usage}`)
  return 0
}

async function printCommands(print = console.log): Promise<number> {
  print('Cách dùng: npm run cms -- LỆNH …\n')
  for (const load of Object.values(COMMANDS)) {
    const { usage, summary } = await load()
    print(`  ${usage}\n      ${summary}`)
  }
  return 0
}
