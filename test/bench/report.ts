import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'

/** Something measured; with a bound it also has to be that good. */
interface Figure extends Bounds {
  readonly value: number
  readonly unit: 's' | 'ms' | '/s' | 'MB' | 'KB' | 'rows' | ''
}

export interface Bounds {
  readonly atMost?: number
  readonly atLeast?: number
}

/** Something that holds or does not. */
interface Check {
  readonly isGood: boolean
  readonly detail: string
}

/** Gathers the figures of a run under stable names, good and bad ones alike. */
export class Report {
  #figures = new Map<string, Figure>()
  #checks = new Map<string, Check>()
  #startedAt = new Date()

  figure(name: string, value: number, unit: Figure['unit'] = '', bounds: Bounds = {}): void {
    const rounded = Math.round(value * 100) / 100
    this.#figures.set(name, { value: rounded, unit, ...bounds })
    console.log(`  ${name} = ${shown(rounded)} ${unit}`)
  }

  check(name: string, isGood: boolean, detail = ''): void {
    this.#checks.set(name, { isGood, detail })
    console.log(`  ${name}: ${isGood ? 'ok' : 'FAILED'}${detail ? ` (${detail})` : ''}`)
  }

  get isGood(): boolean {
    return (
      [...this.#figures.values()].every(isWithin) &&
      [...this.#checks.values()].every((check) => check.isGood)
    )
  }

  /** All figures beside their targets, then all checks. */
  table(): string {
    const rows = [...this.#figures].map(([name, figure]) => [
      name,
      `${shown(figure.value)} ${figure.unit}`.trim(),
      target(figure),
      target(figure) === '' ? '' : isWithin(figure) ? 'ok' : 'SHORT',
    ])
    const checks = [...this.#checks].map(([name, { isGood, detail }]) => [
      name,
      detail,
      '',
      isGood ? 'ok' : 'FAILED',
    ])
    return aligned([['name', 'measured', 'target', ''], ...rows, ...checks])
  }

  /** The same for programs. */
  write(path: string, part: string): void {
    const [processor] = cpus()
    const text = JSON.stringify(
      {
        part,
        startedAt: this.#startedAt.toISOString(),
        machine: {
          processor: processor?.model,
          cores: availableParallelism(),
          memoryMb: Math.round(totalmem() / 1024 / 1024),
          node: process.version,
        },
        figures: Object.fromEntries([...this.#figures].map(([name, { value }]) => [name, value])),
        targets: Object.fromEntries(
          [...this.#figures]
            .filter(([, figure]) => target(figure) !== '')
            .map(([name, { atMost, atLeast }]) => [name, { atMost, atLeast }]),
        ),
        checks: Object.fromEntries(this.#checks),
        isGood: this.isGood,
      },
      null,
      2,
    )
    writeFileSync(path, `${text}\n`)
  }
}

function isWithin({ value, atMost = Infinity, atLeast = -Infinity }: Figure): boolean {
  return value <= atMost && value >= atLeast
}

function target({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `≤ ${shown(atMost)} ${unit}`.trim()
  return atLeast === undefined ? '' : `≥ ${shown(atLeast)} ${unit}`.trim()
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 })
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)),
    [],
  )
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
