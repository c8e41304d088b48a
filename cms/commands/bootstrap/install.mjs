import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { ExpectedError } from './expected-error.mjs'
import { withInstallLock } from './install-lock.mjs'

/**
 * Makes node_modules match package-lock.json, if it does not already.
 * @param {{ root: string, npm?: readonly string[] }} options `npm`: program and first arguments
 * @returns {Promise<string>} path of the Node that runs the project
 * @throws ExpectedError with a message for the operator when the install cannot be made
 */
export async function ensureInstalled({ root, npm = npmCommand(root) }) {
  const key = installKey(root)
  const ready = installedNode(root, key)
  if (ready) return ready
  return withInstallLock(join(root, '.install.lock'), async () => {
    // Another start may have installed while this one waited for the lock.
    const done = installedNode(root, key)
    if (done) return done
    if (!isInstalledByHand(root)) await install(root, npm)
    const node = pinnedNode(root)
    mkdirSync(join(root, 'node_modules'), { recursive: true })
    writeFileSync(stampFile(root), JSON.stringify({ key, node }))
    return node
  })
}

/** What an install depends on: the lock file, and the platform, since it brings native code. */
function installKey(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  return `${hash.digest('hex')} ${process.platform} ${process.arch}`
}

function stampFile(root) {
  return join(root, 'node_modules', '.install-stamp.json')
}

/** The Node that the stamp names, or nothing where the install is missing, stale or damaged. */
function installedNode(root, key) {
  const stamp = readJson(stampFile(root))
  if (stamp?.key !== key || !existsSync(stamp.node)) return undefined
  return missingPackages(root).length === 0 ? stamp.node : undefined
}

/** `npm install` leaves its own record of what it finished: then there is nothing to repeat. */
function isInstalledByHand(root) {
  const wanted = lockedPackages(root)
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!present || !existsSync(npmNode(root)) || missingPackages(root).length > 0) return false
  return wanted.every(([path, entry]) => {
    return present[path] ? present[path].version === entry.version : entry.optional
  })
}

function lockedPackages(root) {
  const packages = readJson(join(root, 'package-lock.json'))?.packages ?? {}
  return Object.entries(packages).filter(([path]) => path !== '')
}

function missingPackages(root) {
  return lockedPackages(root).filter(
    ([path, entry]) =>
      !entry.optional && !entry.peer && !existsSync(join(root, path, 'package.json')),
  )
}

async function install(root, [program, ...first]) {
  rmSync(stampFile(root), { force: true })
  console.log('Đang cài các gói cần thiết (npm ci). Lần đầu mất khoảng một đến ba phút…')
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const progress = setInterval(() => console.log(`… vẫn đang cài, ${seconds()} giây`), 15_000)
  // Development packages are needed for the builds, also where NODE_ENV says production.
  // Its warnings are about the Node that installs; the portal runs on its own.
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  try {
    const code = await exitCode(program, args, { cwd: root, env: installEnvironment(root) })
    if (code !== 0) {
      throw new ExpectedError(
        `Chưa cài được: npm ci dừng với mã ${code}. Hãy xem thông báo của npm ở trên (thường do mất ` +
          'mạng, hết chỗ trên đĩa hoặc thiếu quyền ghi), rồi chạy lại lệnh vừa rồi.',
      )
    }
  } finally {
    clearInterval(progress)
  }
  console.log(`Đã cài xong sau ${seconds()} giây.`)
}

function exitCode(program, args, options) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && program.endsWith('.cmd')
    const child = spawn(program, args, { ...options, shell, stdio: 'inherit' })
    const forward = (signal) => child.kill(signal)
    process.once('SIGINT', forward).once('SIGTERM', forward)
    child.once('error', (error) => {
      reject(new ExpectedError(`Không chạy được npm (${error.message}). Hãy cài npm rồi thử lại.`))
    })
    child.once('exit', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve(code ?? signal)
    })
  })
}

/** Without the project's own programs in PATH: npm must not run on the Node that it replaces. */
function installEnvironment(root) {
  const inside = join(root, 'node_modules')
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const path = (process.env[name] ?? '').split(delimiter)
  return { ...process.env, [name]: path.filter((part) => !part.startsWith(inside)).join(delimiter) }
}

/** The npm that called us, run by its own Node; otherwise the one in PATH. */
function npmCommand(root) {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env
  const isOutside = !node.startsWith(join(root, 'node_modules') + sep)
  if (script && /npm-cli\.[cm]?js$/.test(script) && isOutside && existsSync(node)) {
    return [node, script]
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

function npmNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(root, 'node_modules', 'node', 'bin', name)
}

/** The Node of the npm package `node`, or this one where it is new enough and that one cannot run. */
function pinnedNode(root) {
  const node = npmNode(root)
  const wanted = readJson(join(root, 'node_modules', 'node', 'package.json'))?.version ?? '24'
  const works = existsSync(node) && spawnSync(node, ['--version']).status === 0
  if (works) return node
  if (Number.parseInt(process.versions.node) >= Number.parseInt(wanted)) return process.execPath
  throw new ExpectedError(
    `Gói npm "node" (${wanted}) không chạy được trên máy này: có thể npm bị cấm chạy kịch bản cài ` +
      `(ignore-scripts). Hãy cài Node.js ${Number.parseInt(wanted)} tại https://nodejs.org/en/download ` +
      'rồi chạy lại lệnh vừa rồi.',
  )
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Absent and half-written mean the same here: not there.
    return undefined
  }
}
