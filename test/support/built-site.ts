import { BUILD_LOCK, BUILDS, isOutdated, runBuild } from '#cms/commands/builds.ts'
import { withLock } from '#cms/database/sqlite/file-lock.ts'

/** Builds the public site where its sources have changed: some integration tests run it. */
export async function setup(): Promise<void> {
  const site = BUILDS.find(({ stamp }) => stamp.startsWith('dist/site/'))
  if (!site) throw new Error('cms/commands/builds.ts has no build of the site.')
  await withLock(BUILD_LOCK, async () => {
    if (await isOutdated(site)) await runBuild(site)
  })
}
