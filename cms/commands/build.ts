import { BUILD_LOCK, BUILDS, isOutdated, runBuild } from './builds.ts'
import { UsageError, type Command } from './command.ts'
import { withLock } from '#cms/database/sqlite/file-lock.ts'
import { withProgress } from './progress.ts'

export const buildCommand: Command = {
  summary: 'Dựng các phần có mã nguồn đã thay đổi; --force dựng lại tất cả.',
  usage: 'build [--force]',
  isForSources: true,
  async run(args) {
    const unknown = args.find((word) => word !== '--force')
    if (unknown) throw new UsageError(`Không hiểu "${unknown}".`)
    const built = await buildOutdated({ force: args.includes('--force') })
    if (built === 0) console.log('Không có gì thay đổi từ lần dựng trước.')
    return 0
  },
}

/**
 * Builds what is not up to date, one after the other: side by side on two cores takes longer.
 * @returns how many parts were built
 */
export async function buildOutdated({
  force = false,
  signal,
}: { force?: boolean; signal?: AbortSignal | undefined } = {}): Promise<number> {
  return withLock(
    BUILD_LOCK,
    async () => {
      let built = 0
      for (const build of BUILDS) {
        if (signal?.aborted || (!force && !(await isOutdated(build)))) continue
        await withProgress(`Dựng ${build.label}`, () => runBuild(build, { signal }))
        built += 1
      }
      return built
    },
    () => console.log('Một lệnh khác đang dựng trong thư mục này; chờ lệnh đó xong…'),
  )
}
