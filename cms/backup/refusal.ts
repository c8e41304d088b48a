/** Why a database refused a row, as a clause for the operator. */
export function refusalOf(error: unknown): string {
  const text = messagesOf(error).join(' ')
  const column = /constraint failed: \S*?([\w]+)(?:$|[\s,])/.exec(text)?.[1]
  if (/UNIQUE constraint failed/.test(text)) return `trùng giá trị “${column}” với bản ghi khác`
  if (/NOT NULL constraint failed/.test(text)) return `thiếu giá trị bắt buộc “${column}”`
  if (/E11000/.test(text)) return 'trùng giá trị với bản ghi khác'
  const [first = 'không rõ nguyên nhân'] = messagesOf(error).slice(-1)
  return first.split('\n')[0] ?? first
}

/** Of an error and of what caused it, the cause last. */
function messagesOf(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...messagesOf(error.cause)] : []
}
