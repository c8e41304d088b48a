import { DOCUMENT_KINDS, type DocumentKind } from '#shared/vocabulary/document-kinds.ts'
import { bodyText } from './plain-text.ts'
import type { ImportRecord } from './types.ts'

/** One line of `--json`: the record with plain values; what the file does not say is left out. */
export function jsonLine(file: string, record: ImportRecord): string {
  const values = {
    file,
    type: record.type,
    title: record.title,
    abstract: record.abstract,
    summary: record.summary,
    category: record.category,
    byline: record.byline,
    source: record.source,
    sourceUrl: record.sourceUrl,
    publishedAt: record.publishedAt,
    number: record.number,
    kind: kindName(record),
    issuer: record.issuer,
    issuedAt: record.issuedAt,
    effectiveFrom: record.effectiveFrom,
    signer: record.signer,
    signerTitle: record.signerTitle,
    recipients: record.recipients,
    cites: record.cites,
    replaces: record.replaces.map(({ number }) => number),
    repeals: record.repeals.map(({ number }) => number),
    captions: record.captions,
    attachments: record.attachments,
    pictures: record.pictures,
    warnings: record.warnings,
    body: bodyText(record.body),
  }
  return JSON.stringify(
    Object.fromEntries(Object.entries(values).filter(([, value]) => isThere(value))),
  )
}

/** One line of `--json` for a file that could not be read. */
export function jsonFailure(file: string, error: string): string {
  return JSON.stringify({ file, error })
}

function kindName({ kind }: ImportRecord): string | undefined {
  const found: DocumentKind | undefined = DOCUMENT_KINDS.find(({ value }) => value === kind)
  return found?.abbreviation ?? kind
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}
