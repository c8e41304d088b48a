import { isCurrent, migrationStatus } from '#cms/database/migration-status.ts'
import type { Config } from '#shared/config.ts'
import { buildOutdated } from '../build.ts'
import { BUILDS, isOutdated } from '../builds.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { runNode } from '../run-process.ts'
import { isSampleDecided } from '../sample-choice.ts'
import type { Addresses } from './addresses.ts'
import { checkDatabase } from './check-database.ts'
import { serveWaitingPage } from './waiting-page.ts'

/** Database, content and builds; meanwhile visitors see a page that asks them to wait. */
export async function makeReady(
  { config, env }: Addresses,
  args: readonly string[],
  stop: AbortSignal,
): Promise<void> {
  await checkDatabase(config)
  const needsSetup = await isSetupNeeded(config)
  const needsBuild = (await Promise.all(BUILDS.map((build) => isOutdated(build)))).includes(true)
  if (!needsSetup && !needsBuild) return
  const pages = await Promise.all(
    [config.site, config.cms].map(({ port, host }) => serveWaitingPage(port, host)),
  )
  // Side by side: a build leaves half of two cores idle, and filling the sample needs one.
  const failure = new AbortController()
  const signal = AbortSignal.any([stop, failure.signal])
  const steps: Promise<unknown>[] = []
  if (needsSetup) steps.push(setUp(args, env, signal))
  if (needsBuild) steps.push(buildOutdated({ signal }))
  try {
    await Promise.all(steps)
  } catch (error) {
    failure.abort()
    throw error
  } finally {
    await Promise.allSettled(steps)
    await Promise.all(pages.map((page) => page.close()))
  }
}

async function isSetupNeeded(config: Config): Promise<boolean> {
  return !isSampleDecided(config) || !isCurrent(await migrationStatus(config))
}

/** In a process of its own, so that this one, which lives long, stays small. */
async function setUp(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const words = ['cms/commands/cli.ts', 'setup', ...args]
  const { code } = await runNode(words, { env, signal, show: true })
  if (code !== 0 && !signal.aborted) {
    throw new OperatorError('Chưa chuẩn bị được dữ liệu, nên cổng thông tin chưa chạy.')
  }
}
