import type { AfterErrorHook } from 'payload'

/** What the reader of forms says of a form that breaks off or was never one (busboy 1.6). */
const BROKEN =
  /^(Unexpected end of (form|file)|Malformed (part header|content type)|Multipart: Boundary not found|Unsupported content type: .*|Missing Content-Type|Request is not eligible for file upload)$/i

/** A form that cannot be read is the sender's mistake (400), which Payload takes for its own (500). */
export const explainBadForm: AfterErrorHook = ({ error, req }) => {
  const isForm = req.headers.get('content-type')?.toLowerCase().startsWith('multipart/')
  const isUnread = req.data === undefined && error instanceof SyntaxError
  if (!isForm || !(isUnread || BROKEN.test(error.message))) return
  const message = 'Biểu mẫu gửi lên bị hỏng hoặc thiếu một phần. Hãy gửi lại.'
  return { status: 400, response: { errors: [{ message, data: { code: 'bad_form' } }] } }
}
