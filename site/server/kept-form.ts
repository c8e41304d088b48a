import { escapeHtml } from '#site/data/escape-html.ts'
import { errorPage } from './error-page.ts'
import type { FinishedResponse } from './exchange.ts'

/**
 * The page for a form that could not be handed on, because nothing renders or stores now: it keeps
 * all that was typed, to be sent again, and needs nothing but the main thread.
 * @param body as it was posted
 */
export async function keptForm(
  status: 500 | 503,
  path: string,
  body: Uint8Array<ArrayBuffer>,
  contentType: string | undefined,
): Promise<FinishedResponse> {
  const typed = await fieldsOf(body, contentType)
  const rows = typed.map(([name, value]) => rowOf(name, value)).join('\n')
  if (!typed.some(([name, value]) => Object.hasOwn(LABELS, name) && value.trim()))
    return errorPage(status)
  const form = `<p role="alert"><strong>${NOT_SENT}</strong></p>
<form method="post" action="${escapeHtml(path)}">
${rows}
<p><button>Gửi lại</button></p>
</form>`
  return errorPage(status, [], form)
}

const NOT_SENT =
  'Thư của bạn có thể chưa được gửi. Nội dung vẫn còn ở dưới, xin gửi lại sau ít phút.'

/** What people type, in the forms of this site. All else goes along unseen. */
const LABELS: Readonly<Record<string, string>> = {
  subject: 'Tiêu đề',
  title: 'Câu hỏi ngắn gọn',
  content: 'Nội dung',
  name: 'Họ và tên',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
}

async function fieldsOf(
  body: Uint8Array<ArrayBuffer>,
  contentType = '',
): Promise<[name: string, value: string][]> {
  const posted = new Response(body, { headers: { 'content-type': contentType } })
  // What is no form holds nothing that anybody typed into one.
  const data = await posted.formData().catch(() => new FormData())
  return [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
}

function rowOf(name: string, value: string): string {
  const [field, text] = [escapeHtml(name), escapeHtml(value)]
  const label = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined
  if (label === undefined) return `<input type="hidden" name="${field}" value="${text}">`
  // The first line break of a text area is no part of its text.
  return `<p><label for="${field}">${label}</label><textarea id="${field}" name="${field}" rows="${name === 'content' ? 8 : 1}">
${text}</textarea></p>`
}
