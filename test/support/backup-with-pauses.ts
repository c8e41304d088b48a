import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('./paused-backup.ts', import.meta.url))

/** What a test does while a backup stands still: when it has read a row, when it has packed a file. */
export interface Meanwhile {
  readonly reading?: () => Promise<unknown>
  readonly packing?: () => Promise<unknown>
}

/** Makes a backup of the test file's portal, in a process as in life, with pauses. */
export async function backUpWithPauses(archive: string, meanwhile: Meanwhile): Promise<void> {
  const go = `${archive}.go`
  const child = fork(SCRIPT, [archive, go], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit') as Promise<[number | null]>
  let steps = 0
  const work = Promise.withResolvers<never>()
  child.on('message', (step) => {
    steps += 1
    const file = `${go}.${steps}`
    const act = step === 'Nội dung' ? meanwhile.reading : meanwhile.packing
    Promise.resolve(act?.())
      .then(() => writeFile(file, ''))
      .catch((error: unknown) => {
        child.kill('SIGKILL')
        work.reject(error)
      })
  })
  const [code] = await Promise.race([ended, work.promise])
  for (let step = 1; step <= steps; step += 1) await rm(`${go}.${step}`, { force: true })
  if (code !== 0 || steps !== 2) throw new Error(`The backup ended with ${code} after ${steps}.`)
}
