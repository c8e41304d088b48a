import type { Progress } from '#cms/backup/progress.ts'
import { formatNumber } from '#shared/vietnamese/numbers.ts'

interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const WIDTH = 24
/** How often a bar is drawn, and how often a log without a screen gets a line, in ms. */
const DRAW_MS = 100
const SAY_MS = 10_000

/**
 * Shows how far a long command is: a bar on a terminal, a line now and then in a log.
 * `end` leaves the last state as a line of its own.
 */
export function progressBar(screen: Screen = process.stderr): { show: Progress; end(): void } {
  const interval = screen.isTTY ? DRAW_MS : SAY_MS
  let step = ''
  let finished = ''
  let startedAt = 0
  let shownAt = 0
  let last: [number, number] = [0, 0]

  const draw = (end: string) => {
    shownAt = Date.now()
    const text = describe(step, last, shownAt - startedAt)
    screen.write(screen.isTTY ? `\r\u001B[2K${text}${end}` : `${text}\n`)
  }
  const end = () => {
    if (step !== '') draw('\n')
    step = ''
  }
  return {
    show(name, done, total) {
      if (name === finished) return
      if (name !== step) {
        end()
        step = name
        startedAt = shownAt = Date.now()
      }
      last = [done, total]
      if (done === total) {
        finished = name
        end()
      } else if (Date.now() - shownAt >= interval) draw('')
    },
    end,
  }
}

function describe(step: string, [done, total]: [number, number], elapsedMs: number): string {
  const seconds = Math.round(elapsedMs / 1000)
  if (total === 0) return `${step}: ${formatNumber(done)} · ${seconds} giây`
  const share = Math.min(done / total, 1)
  const full = Math.round(share * WIDTH)
  const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
  const left =
    share > 0 && share < 1 ? ` · còn ${Math.ceil((seconds * (1 - share)) / share)} giây` : ''
  const percent = Math.floor(share * 100)
  return `${step}: ${bar} ${percent} % (${formatNumber(done)}/${formatNumber(total)}) · ${seconds} giây${left}`
}
