import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { glob, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { childEnvironment } from './child-environment.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { PROJECT_ROOT } from '#cms/project-root.ts'
import { withGivenUmask } from '#cms/storage/private-umask.ts'
import { runNode } from './run-process.ts'

/** A part of the portal that is compiled before it runs. */
export interface Build {
  readonly label: string
  /** Globs of all that its output depends on. */
  readonly sources: readonly string[]
  readonly except: readonly string[]
  /** Lies in the output folder, so that it goes when the output goes. */
  readonly stamp: string
  readonly args: readonly string[]
}

const COMMON = ['package-lock.json', 'tsconfig.json', 'shared/**']

export const BUILDS: readonly Build[] = [
  {
    label: 'phần quản trị',
    sources: [...COMMON, 'cms/**'],
    except: ['cms/.next/**', 'cms/{commands,import,sample}/**', 'cms/next-env.d.ts'],
    stamp: 'cms/.next/sources',
    args: ['node_modules/next/dist/bin/next', 'build', 'cms'],
  },
  {
    label: 'trang công khai',
    sources: [...COMMON, 'site/**', 'public/**', 'astro.config.mjs'],
    except: [],
    stamp: 'dist/site/sources',
    args: ['node_modules/astro/bin/astro.mjs', 'build'],
  },
]

/** One lock for all builds of a folder: two starts, or a start and a test run, take turns. */
export const BUILD_LOCK = join(PROJECT_ROOT, 'node_modules', '.build.lock')

/** True where the sources are not those of the last finished build. */
export async function isOutdated(build: Build, root = PROJECT_ROOT): Promise<boolean> {
  const stamp = join(root, build.stamp)
  if (!existsSync(stamp)) return true
  return (await readFile(stamp, 'utf8')) !== (await sourcesHash(build, root))
}

/**
 * Builds one part; the stamp is written last, so that a broken build is done again.
 * @throws OperatorError with the end of the build's output
 */
export async function runBuild(
  build: Build,
  { signal, root = PROJECT_ROOT }: { signal?: AbortSignal | undefined; root?: string } = {},
): Promise<void> {
  const stamp = join(root, build.stamp)
  await rm(stamp, { force: true })
  // Taken before: a source that changes meanwhile makes the next start build again.
  const hash = await sourcesHash(build, root)
  const env = childEnvironment({ NODE_ENV: 'production' })
  const { code, output } = await withGivenUmask(() =>
    runNode(build.args, { env, signal, cwd: root }),
  )
  if (signal?.aborted) return
  if (code !== 0) {
    throw new OperatorError(
      `${output.trimEnd()}\n\nKhông dựng được ${build.label} (mã ${code}); nguyên nhân ở các dòng trên.`,
    )
  }
  withGivenUmask(() => writeFileSync(stamp, hash))
}

async function sourcesHash({ sources, except }: Build, root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  const files = await Array.fromAsync(
    glob(sources, { cwd: root, exclude: except, withFileTypes: true }),
  )
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
  for (const path of paths.toSorted()) {
    hash.update(`\0${path.slice(root.length)}\0`).update(await readFile(path))
  }
  return hash.digest('hex')
}
