import { childEnvironment } from './child-environment.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { runNode } from './run-process.ts'

/**
 * Runs Payload's own command line on the portal's config.
 * @throws OperatorError with what it printed, where it fails
 */
export async function runPayloadCli(...args: string[]): Promise<void> {
  const env = childEnvironment({
    PAYLOAD_CONFIG_PATH: 'cms/payload.config.ts',
    // Types and migrations follow from the collections alone, whatever database the settings name.
    DATABASE_URL: '',
  })
  const command = ['node_modules/payload/bin.js', '--disable-transpile', ...args]
  const { code, output } = await runNode(command, { env })
  if (code !== 0) throw new OperatorError(`payload ${args.join(' ')} không chạy được:\n${output}`)
}
