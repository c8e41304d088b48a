import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const BEAT_MS = 2_000
const STALE_MS = 20_000

/**
 * Runs `work` while no other process of this folder does. The holder touches the file every two
 * seconds, so a lock whose holder died, on this machine or in a container, is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ staleMs?: number, pollMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withInstallLock(file, work, { staleMs = STALE_MS, pollMs = 500 } = {}) {
  let said = false
  while (!take(file)) {
    if (isStale(file, staleMs)) {
      remove(file)
      continue
    }
    if (!said) console.log('Một lệnh khác đang cài các gói cho thư mục này; chờ lệnh đó xong…')
    said = true
    await wait(pollMs)
  }
  const beat = setInterval(() => touch(file), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isStale(file, staleMs) {
  try {
    const age = Date.now() - statSync(file).mtimeMs
    return age > staleMs || (age > 3 * BEAT_MS && !isAlive(Number(readFileSync(file, 'utf8'))))
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Renaming first lets one of several waiters win; the others find nothing to rename. */
function remove(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function touch(file) {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
