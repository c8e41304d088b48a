import { isSame } from '#cms/backup/digest.ts'
import type { Replaced } from '#cms/backup/replace-content.ts'
import { formatNumber } from '#shared/vietnamese/numbers.ts'

/** Prints both sides of a copy, table by table. */
export function printComparison({ comparisons, deadReferences, manifest }: Replaced): void {
  console.log('Đối chiếu (bản nguồn = bản mới):')
  for (const one of comparisons) {
    const { source, table, target } = one
    if (source.rows === 0 && target.rows === 0) continue
    const verdict = isSame(one) ? 'giống hệt' : 'KHÁC'
    console.log(
      `  ${table.name}: ${formatNumber(source.rows)} = ${formatNumber(target.rows)} · ${verdict} · ${source.sha256.slice(0, 12)}`,
    )
  }
  const { uploads, missingCount } = manifest
  if (uploads.count > 0)
    console.log(`  tệp tải lên: ${formatNumber(uploads.count)} · đúng mã kiểm tra`)
  if (missingCount > 0) {
    console.log(`  Chú ý: bản nguồn thiếu ${formatNumber(missingCount)} tệp (xem lệnh verify).`)
  }
  if (deadReferences > 0) {
    console.log(
      `  Chú ý: đã bỏ ${formatNumber(deadReferences)} liên kết tới nội dung không còn ở bản nguồn; vì ` +
        'thế các bảng có liên kết đó ghi là khác.',
    )
  }
}
