import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import type { StoredDraft } from '#cms/import/drafts.ts'
import { jsonFailure, jsonLine } from '#cms/import/json-line.ts'
import { importFile } from '#cms/import/read.ts'
import { failureReport, fileReport } from '#cms/import/report.ts'
import { UnreadableFile } from '#cms/import/unreadable-file.ts'
import type { Config } from '#shared/config.ts'
import { UsageError, type Command } from './command.ts'

export const importCommand: Command = {
  summary: 'Đọc văn bản, HTML, Word (.docx) thành bản nháp; --dry-run: chỉ đọc, không lưu.',
  usage: 'import TỆP… [--dry-run] [--json]',
  async run(args, config) {
    const { files, isDryRun, isJson } = readArguments(args)
    const report = isJson ? printJson : printText
    return isDryRun
      ? await importAll(files, report)
      : await withStore(config, isJson, (store) => importAll(files, report, store))
  },
}

type Imported = Awaited<ReturnType<typeof importFile>>
type Store = (imported: Imported) => Promise<StoredDraft>
type Report = (file: string, result: Imported | Error, stored?: StoredDraft) => void

function readArguments(args: string[]): { files: string[]; isDryRun: boolean; isJson: boolean } {
  const { values, positionals } = parse(args)
  if (positionals.length === 0) throw new UsageError('Cần ít nhất một tệp.')
  return { files: positionals, isDryRun: values['dry-run'], isJson: values.json }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

// One file that fails does not stop the others.
async function importAll(files: readonly string[], report: Report, store?: Store): Promise<number> {
  let failures = 0
  for (const file of files) {
    try {
      const imported = await importFile(file)
      report(file, imported, await store?.(imported))
    } catch (error) {
      failures += 1
      report(file, error instanceof Error ? error : new Error(String(error)))
    }
  }
  return failures > 0 ? 1 : 0
}

// The database and Payload are loaded only when something is stored.
async function withStore(
  config: Config,
  isJson: boolean,
  work: (store: Store) => Promise<number>,
): Promise<number> {
  const [{ withPayload }, { storeDraft }] = await Promise.all([
    import('./with-payload.ts'),
    import('#cms/import/drafts.ts'),
  ])
  const withoutChatter = isJson ? keepStdoutForJson() : undefined
  try {
    return await withPayload(config, (payload: Payload) =>
      work((imported) => storeDraft(payload, imported)),
    )
  } finally {
    withoutChatter?.()
  }
}

// A migration that runs first reports its progress; that is no JSON.
function keepStdoutForJson(): () => void {
  const { log, info } = console
  console.log = console.info = console.error
  return () => Object.assign(console, { log, info })
}

function printJson(file: string, result: Imported | Error, stored?: StoredDraft): void {
  if (result instanceof Error) {
    console.error(failureReport(file, messageOf(result)))
    process.stdout.write(`${jsonFailure(file, messageOf(result))}\n`)
    return
  }
  if (stored && !stored.isNew) console.error(`${file}: đã nhập trước đây, không lưu lại.`)
  process.stdout.write(`${jsonLine(file, result.record)}\n`)
}

function printText(file: string, result: Imported | Error, stored?: StoredDraft): void {
  if (result instanceof Error) console.error(failureReport(file, messageOf(result)))
  else console.log(fileReport(file, result, stored))
}

function messageOf(error: Error): string {
  if (error instanceof UnreadableFile) return error.message
  return `Lỗi ngoài dự tính: ${error.message}`
}
