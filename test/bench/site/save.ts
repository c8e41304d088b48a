import { createInterface } from 'node:readline'
import { startScript } from '../measured.ts'
import { endProgram } from '../program.ts'
import type { Setting } from './setting.ts'

export interface Saved {
  readonly title: string
  /** When the save had answered, in ms since 1970. */
  readonly at: number
}

export interface Saver {
  /** Gives the article another title. */
  save(): Promise<Saved>
  /** Gives the centre another name, which every page shows. */
  saveSettings(): Promise<Saved>
  end(): Promise<void>
}

/** A cms of its own that saves one article, that of a path, as often as it is told to. */
export function startSaver({ place, scratch }: Setting, path: string): Saver {
  const child = startScript(['test/bench/site/saver.ts', path], place.env, scratch, 'pipe')
  child.stderr?.pipe(process.stderr)
  const lines = linesOf(child)
  const order = async (what: 'article' | 'settings') => {
    child.stdin?.write(`${what}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error('The process that saves has ended.')
    return JSON.parse(value) as Saved
  }
  return {
    save: () => order('article'),
    saveSettings: () => order('settings'),
    end: () => endProgram(child),
  }
}

/** What a process writes, line by line. */
export function linesOf({ stdout }: ReturnType<typeof startScript>): AsyncIterator<string> {
  if (!stdout) throw new Error('The process has no output to read.')
  return createInterface({ input: stdout })[Symbol.asyncIterator]()
}
