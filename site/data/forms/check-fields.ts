import { CONSENT, type Form, type FormField } from './form.ts'

const EMAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@.<>()",;:]{2,}$/u
const PHONE = /^[+\d][\d\s.()-]{6,18}\d$/u
/** Control characters other than line breaks and tabs. */
const CONTROL = /[^\P{Cc}\n\t]/gu

/** What was typed, cleaned: composed letters, no control characters, no blanks around. */
export function valuesOf(form: Form, data: FormData): Record<string, string> {
  return Object.fromEntries(form.fields.map(({ name }) => [name, clean(data.get(name))]))
}

/** What is wrong with it, by field, each with how to mend it. */
export function errorsIn(
  form: Form,
  values: Readonly<Record<string, string>>,
  consented: boolean,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const field of form.fields) {
    const error = errorOf(field, values[field.name] ?? '')
    if (error) errors[field.name] = error
  }
  if (!consented) errors[CONSENT] = 'Đánh dấu đồng ý để Trung tâm được lưu và trả lời'
  return errors
}

function clean(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value.normalize('NFC').replaceAll('\r\n', '\n').replace(CONTROL, '').trim()
}

function errorOf(field: FormField, value: string): string | null {
  const name = field.label.toLocaleLowerCase('vi')
  if (!value) return field.required ? `Nhập ${name}` : null
  if (value.length > field.maxLength) {
    return `Viết ngắn lại: nhiều nhất ${field.maxLength} ký tự, hiện có ${value.length}`
  }
  if (field.minLength && value.length < field.minLength) {
    return `Viết rõ hơn: ít nhất ${field.minLength} ký tự`
  }
  if (field.kind === 'email' && !EMAIL.test(value)) return 'Nhập đủ địa chỉ, ví dụ hoa@example.vn'
  if (field.kind === 'phone' && !PHONE.test(value)) return 'Nhập số điện thoại, ví dụ 0200 3000 118'
  if (field.kind === 'choice' && !field.options?.some((option) => option.value === value)) {
    return `Chọn ${name} trong danh sách`
  }
  return null
}
