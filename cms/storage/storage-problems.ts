import { realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { resolve, sep } from 'node:path'
import { embeddedFolder } from '#cms/database/embedded-folder.ts'
import { PROJECT_ROOT } from '#cms/project-root.ts'
import type { Config } from '#shared/config.ts'
import { groupId, mayGiveTo } from './public-group.ts'

/** What is wrong with where the settings put things: what, why and what to do, a sentence each. */
export async function storageProblems(config: Config): Promise<string[]> {
  const { dataDir, filesDir, publicDir, publicGroup, publicFilesDir } = config
  const problems = [
    ...(await notOwn('DATA_DIR', dataDir)),
    ...(filesDir === dataDir ? [] : await notOwn('FILES_DIR', filesDir)),
    ...(await notOwn('PUBLIC_DIR', publicDir)),
  ]
  const database = embeddedFolder(config.databaseUrl)
  const isPrivateInside = await Promise.all(
    [dataDir, filesDir, ...(database === null ? [] : [database])].map((folder) =>
      liesIn(folder, publicDir),
    ),
  )
  if (isPrivateInside.includes(true)) {
    problems.push(
      `PUBLIC_DIR là “${publicDir}”, nơi máy chủ web được đọc, mà trong đó lại có dữ liệu riêng ` +
        '(DATA_DIR, FILES_DIR hoặc tệp của DATABASE_URL). Hãy đặt PUBLIC_DIR là một thư mục khác.',
    )
  } else if ((await liesIn(publicDir, dataDir)) || (await liesIn(publicFilesDir, dataDir))) {
    problems.push(
      `PUBLIC_DIR là “${publicDir}”, tệp công khai ở “${publicFilesDir}”, nằm trong DATA_DIR ` +
        `(“${dataDir}”) là nơi chỉ cổng thông tin được đọc, nên máy chủ web không vào được. Hãy đặt ` +
        'PUBLIC_DIR (và FILES_DIR, nếu đã đặt) là thư mục bên ngoài.',
    )
  }
  const group = groupId(publicGroup)
  if (publicGroup !== null && group === null) {
    problems.push(
      `PUBLIC_GROUP là “${publicGroup}”, nhưng máy này không có nhóm đó. Hãy tạo nhóm ` +
        `(groupadd ${publicGroup}) hoặc đặt tên nhóm của máy chủ web, ví dụ www-data.`,
    )
  } else if (group !== null && !mayGiveTo(group)) {
    problems.push(
      `PUBLIC_GROUP là “${publicGroup}”, nhưng tài khoản chạy cổng thông tin không thuộc nhóm đó nên ` +
        `không trao tệp cho nhóm được. Hãy thêm tài khoản vào nhóm (usermod -aG ${publicGroup} TÀI-KHOẢN), ` +
        'rồi đăng nhập lại hoặc khởi động lại dịch vụ.',
    )
  }
  return problems
}

/** A start changes who may read its folders, so they must not be those of others. */
async function notOwn(setting: string, folder: string): Promise<string[]> {
  const path = await trueOf(folder)
  const found = await stat(path).catch(() => null)
  const isForAll = found !== null && (found.mode & 0o1000) !== 0
  // "/srv", "/var", "/home" and the like.
  const isOfSystem = path.split(sep).length <= 2 || path === homedir()
  if (!isForAll && !isOfSystem && !(await liesIn(PROJECT_ROOT, path))) return []
  return [
    `${setting} là “${folder}”, nơi còn có thứ khác của máy. Cổng thông tin đặt lại quyền đọc của cả ` +
      `thư mục, nên hãy đặt ${setting} là một thư mục dành riêng.`,
  ]
}

async function liesIn(path: string, folder: string): Promise<boolean> {
  const [inner, outer] = await Promise.all([trueOf(path), trueOf(folder)])
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
}

/** Links followed, as far as there is something already. */
async function trueOf(path: string): Promise<string> {
  const whole = resolve(path)
  return realpath(whole).catch(() => whole)
}
