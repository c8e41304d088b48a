import type { SanitizedConfig } from 'payload'
import { OperatorError } from '#cms/operator-error.ts'
import type { Row, Table } from '#cms/database/content.ts'
import { shown } from './archive-error.ts'
import { rowProblem } from './row-problem.ts'

const MOST_NAMED = 20

/** Finds, among rows that pass by, those that could not be restored. */
export class OddRows {
  #config: SanitizedConfig
  #position = 0
  #table: Table | null = null
  count = 0
  /** A line each, of as many as an operator wants to read. */
  readonly lines: string[] = []

  constructor(config: SanitizedConfig) {
    this.#config = config
  }

  look(table: Table, row: Row): void {
    this.#position = table === this.#table ? this.#position + 1 : 1
    this.#table = table
    const problem = rowProblem(this.#config, table, row)
    if (problem === null) return
    this.count += 1
    if (this.lines.length < MOST_NAMED) {
      this.lines.push(`${table.name}, ${rowName(row, this.#position)}: ${problem}`)
    }
  }

  /** @throws OperatorError that names those that were found */
  refuse(): void {
    if (this.count === 0) return
    throw new OperatorError(
      `Có ${this.count} bản ghi không thể khôi phục lại được, nên chưa sao lưu hay chuyển gì:\n` +
        `${this.list()}\n${HOW_TO_MEND}`,
    )
  }

  list(): string {
    const more = this.count - this.lines.length
    return [
      ...this.lines.map((line) => `  ${line}`),
      ...(more > 0 ? [`  … và ${more} bản ghi khác`] : []),
    ].join('\n')
  }
}

export const HOW_TO_MEND =
  'Id sai: dừng cổng thông tin rồi chạy npm run cms -- check-data --mend để cấp id mới. Giá trị sai ' +
  'hoặc thiếu: mở mục đó trong trang quản trị, sửa và lưu lại, hoặc xóa mục đó. Sau đó chạy lại.'

/** A row of a table as the operator can find it. */
export function rowName({ id }: Pick<Row, 'id'>, position: number): string {
  return `id ${shown(typeof id === 'string' ? id : JSON.stringify(id))} (dòng ${position})`
}
