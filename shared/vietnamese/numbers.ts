const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 })
const short = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })
const oneDecimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })
const FILE_UNITS = ['byte', 'KB', 'MB', 'GB', 'TB'] as const

/** A whole number with its thousands grouped by dots: "1.250.000". */
export function formatNumber(value: number): string {
  return whole.format(value)
}

/**
 * An amount of đồng in words people use: "300 triệu đồng", "1,5 tỷ đồng", "350.000 đồng".
 * An amount that "triệu" or "tỷ" would round is written out in full.
 */
export function formatMoney(dong: number): string {
  for (const [unit, name] of [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
  ] as const) {
    const isExact = Number.isInteger((dong / unit) * 100)
    if (Math.abs(dong) >= unit && isExact) return `${short.format(dong / unit)} ${name} đồng`
  }
  return `${whole.format(dong)} đồng`
}

/** An amount in millions of đồng, as the support levels are kept: 1500 → "1,5 tỷ đồng". */
export function formatMillions(millions: number): string {
  return formatMoney(Math.round(millions * 1e6))
}

/** A percentage: 50 → "50 %", 12.5 → "12,5 %". */
export function formatPercent(percent: number): string {
  return `${short.format(percent)} %`
}

/** The size of a file: "412 KB", "1,2 MB". */
export function formatFileSize(bytes: number): string {
  const power = Math.min(
    bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)),
    FILE_UNITS.length - 1,
  )
  const value = bytes / 1024 ** power
  const format = power < 2 ? whole : oneDecimal
  // 1023.6 KB would be rounded to "1.024 KB".
  if (power < FILE_UNITS.length - 1 && Math.round(value) >= 1024)
    return `1 ${FILE_UNITS[power + 1]}`
  return `${format.format(value)} ${FILE_UNITS[power]}`
}
