import { ConfigError, readConfig } from '#shared/config.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { PROJECT_ROOT } from '#cms/project-root.ts'
import { keepPrivate } from '#cms/storage/private-umask.ts'
import { UsageError, type Command } from './command.ts'
import { prepareEnvironment } from './env-file.ts'

/** Verbs, each loaded when it is asked for. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>

/** Their messages are for the operator and say all. */
const FOR_OPERATORS = [OperatorError, ConfigError]

/**
 * Runs the verb that somebody typed, with the settings of the portal.
 * @param program what was typed before the verb
 * @returns the exit code of the process: 2 for what was not understood
 */
export async function runCommand(
  program: string,
  commands: Commands,
  [verb = '--help', ...args]: readonly string[],
): Promise<number> {
  if (isHelp(verb)) return printCommands(program, commands)
  const load = Object.hasOwn(commands, verb) ? commands[verb] : undefined
  if (!load) {
    console.error(`Không có lệnh "${verb}".\n`)
    await printCommands(program, commands, console.error)
    return 2
  }
  const command = await load()
  if (args.some(isHelp)) return printUsage(program, command)
  if (!command.isForSources) keepPrivate()
  // Paths in the settings are relative to the project.
  process.chdir(PROJECT_ROOT)
  try {
    prepareEnvironment()
    return await runWithSettings(command, args)
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\nCách dùng: ${program} -- ${command.usage}`)
      return 2
    }
    if (isForOperator(error)) {
      console.error(error.message)
      return 1
    }
    throw error
  }
}

async function runWithSettings(command: Command, args: readonly string[]): Promise<number> {
  try {
    return await command.run([...args], readConfig())
  } catch (error) {
    if (!(error instanceof ConfigError && error.config && command.tellsSettingsProblems))
      throw error
    return command.run([...args], error.config, error.problems)
  }
}

/** Failures that the operator can mend, and refusals of the cms: their message says all. */
function isForOperator(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  return (
    FOR_OPERATORS.some((kind) => error instanceof kind) || ('isPublic' in error && !!error.isPublic)
  )
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

function printUsage(program: string, command: Command): number {
  console.log(`${command.summary}\nCách dùng: ${program} -- ${command.usage}`)
  return 0
}

async function printCommands(
  program: string,
  commands: Commands,
  print = console.log,
): Promise<number> {
  print(`Cách dùng: ${program} -- LỆNH …\n`)
  for (const load of Object.values(commands)) {
    const { usage, summary } = await load()
    print(`  ${usage}\n      ${summary}`)
  }
  return 0
}
