import type { ArchiveManifest } from '#cms/backup/archive-format.ts'
import { formatFileSize, formatNumber } from '#shared/vietnamese/numbers.ts'

const KINDS = { sqlite: 'SQLite', mongodb: 'MongoDB' } as const
const MOST_MISSING = 10

/** What an archive holds, for the operator: a few lines. */
export function describeArchive(manifest: ArchiveManifest): string {
  const { createdAt, database, portal, tables, uploads, missing, missingCount } = manifest
  const full = Object.entries(tables).filter(([, rows]) => rows > 0)
  const lines = [
    `  Thời điểm: ${createdAt}; từ ${KINDS[database]}, cổng thông tin phiên bản ${portal}`,
    ...full.map(([table, rows]) => `  ${table}: ${formatNumber(rows)}`),
    `  tệp tải lên: ${formatNumber(uploads.count)} (${formatFileSize(uploads.bytes)})`,
  ]
  if (missingCount > 0) {
    lines.push(
      `  Chú ý: ${formatNumber(missingCount)} tệp có tên trong cơ sở dữ liệu nhưng không có trên ổ đĩa:`,
      ...missing.slice(0, MOST_MISSING).map((name) => `    ${name}`),
    )
  }
  return lines.join('\n')
}
