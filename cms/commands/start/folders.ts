import { mkdir, open, rm, statfs } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { writableFolders } from '#cms/storage/writable-folders.ts'
import type { Config } from '#shared/config.ts'

/** All folders that the settings name, each once; one that several name by the first of them. */
function keptFolders(config: Config): Folder[] {
  const all = writableFolders(config)
  const isFirst = ([, folder]: Folder, index: number) =>
    all.findIndex(([, other]) => resolve(other) === resolve(folder)) === index
  return all.filter(isFirst)
}

type Folder = ReturnType<typeof writableFolders>[number]

/**
 * Makes the folders of the portal; for each that cannot be written to, what is wrong and what to do.
 * @param isStopped something else is wrong already: then, as where a folder is, none is left behind
 */
export async function folderProblems(config: Config, isStopped: boolean): Promise<string[]> {
  const problems: string[] = []
  const [bad, made]: [string[], string[]] = [[], []]
  for (const [setting, folder] of keptFolders(config)) {
    const path = resolve(folder)
    // What lies in a bad folder is as bad.
    if (bad.some((other) => path.startsWith(other + sep))) continue
    const problem = await problemOf(setting, folder, made)
    if (problem === null) continue
    problems.push(problem)
    bad.push(path)
  }
  if (isStopped || problems.length > 0) {
    for (const folder of made.toReversed()) await rm(folder, { recursive: true, force: true })
  }
  return problems
}

/** Room for the log of the database; with less the first save would fail. */
const LEAST_FREE = 16 * 1024 * 1024

async function problemOf(setting: string, folder: string, made: string[]): Promise<string | null> {
  const name = `Thư mục "${folder}" (${setting})`
  try {
    const first = await mkdir(folder, { recursive: true })
    if (first !== undefined) made.push(first)
    await tryToWrite(folder)
    const { bavail, blocks, bsize } = await statfs(folder)
    // Some network file systems do not tell.
    return blocks === 0 || bavail * bsize >= LEAST_FREE ? null : `${name} ${WHY.ENOSPC}`
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    return `${name} ${WHY[code] ?? `không dùng được (${code}). Hãy sửa thư mục này.`}`.replaceAll(
      'SETTING',
      setting,
    )
  }
}

async function tryToWrite(folder: string): Promise<void> {
  const path = join(folder, `.thu-ghi-${process.pid}`)
  try {
    await using file = await open(path, 'w')
    await file.writeFile('x')
    await file.sync()
  } finally {
    await rm(path, { force: true })
  }
}

const ELSEWHERE = 'hoặc đặt SETTING là thư mục khác trong .env'
const NO_RIGHT = `không cho tài khoản đang chạy cổng thông tin ghi vào. Hãy cấp quyền ghi, ${ELSEWHERE}.`
const IS_FILE = `không phải là thư mục: ở đó, hoặc ở thư mục cha, có một tệp. Hãy dời tệp đó đi, ${ELSEWHERE}.`
const IS_FULL = 'nằm trên ổ đĩa đã đầy. Hãy dọn ổ đĩa để còn ít nhất 16 MB trống.'

/** By the code of the system (errno(3)). */
const WHY: Record<string, string> = {
  EROFS: `nằm trên ổ đĩa chỉ cho đọc. Hãy gắn lại ổ đĩa để ghi được, ${ELSEWHERE}.`,
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  ENOTDIR: IS_FILE,
  EEXIST: IS_FILE,
  ENOENT: `không tạo được vì thiếu thư mục cha. Hãy kiểm tra đường dẫn và ổ đĩa đã gắn, ${ELSEWHERE}.`,
  ENOSPC: IS_FULL,
  EDQUOT: IS_FULL,
}
