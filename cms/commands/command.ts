import { OperatorError } from '#cms/operator-error.ts'
import type { Config } from '#shared/config.ts'

/** One verb of `npm run cms -- VERB …`. */
export interface Command {
  /** One line for the list of commands, in Vietnamese. */
  readonly summary: string
  /** What follows `npm run cms --`, as a person types it. */
  readonly usage: string
  /** Set where it tells wrong settings itself, together with what else is wrong. */
  readonly tellsSettingsProblems?: boolean
  /** It writes sources or what is built from them: code and no data, for whoever may read the code. */
  readonly isForSources?: boolean
  /**
   * @param args the words after the verb
   * @param settingsProblems what is wrong with the settings, one sentence each
   * @returns the exit code of the process
   * @throws OperatorError with a message for the operator
   */
  run(args: string[], config: Config, settingsProblems?: readonly string[]): Promise<number>
}

/** The arguments were not understood; the runner adds the command's usage. */
export class UsageError extends OperatorError {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
