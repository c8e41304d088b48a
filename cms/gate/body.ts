import { BadRequest } from './bad-request.ts'
import type { Endpoint } from './endpoints.ts'
import { checkTypes } from './field-types.ts'
import { checkShape } from './json-shape.ts'

/** The longest text of the portal with room to spare; files come as forms. */
const LONGEST_JSON = 8 * 1024 * 1024
/** A log-in or the form of the first account. */
const LONGEST_ANONYMOUS = 64 * 1024

/**
 * Reads the body of a request that brings one, and gives what Payload is to read instead.
 * Forms with files are left alone: hooks/check-body.ts looks at their fields.
 * @throws BadRequest for what is no JSON object, of an unknown kind, or too long
 */
export async function checkedBody(
  request: Request,
  endpoint: Endpoint,
  isPublic: boolean,
): Promise<BodyInit | null> {
  const type = contentType(request)
  // Payload's own collections have no hooks of the portal that would look at a form later.
  const isPayloads = endpoint.slug.startsWith('payload-')
  if (type === 'multipart/form-data' && request.body && !isPayloads) return request.body
  const text = await readText(request, isPublic ? LONGEST_ANONYMOUS : LONGEST_JSON)
  if (text.trim() === '') return '{}'
  if (type !== 'application/json') {
    throw new BadRequest({
      message: 'Nội dung gửi lên phải là JSON (content-type: application/json) hoặc biểu mẫu.',
      parameter: 'content-type',
    })
  }
  const body = parse(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BadRequest({ message: 'Nội dung gửi lên phải là một đối tượng JSON.' })
  }
  checkShape(body)
  if (isPayloads) checkTypes(endpoint.fields, body)
  if (endpoint.slug === 'users') checkWords(body)
  return text
}

/** Without its parameters and in lower case. */
export function contentType({ headers }: Request): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/**
 * The text of a body, read no further than a limit.
 * @throws BadRequest (413) for what is longer
 */
export async function readText(request: Request, longest: number): Promise<string> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > longest) throw new BadRequest({ message: 'Nội dung gửi lên quá lớn.' }, 413)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest({ message: 'Nội dung gửi lên không phải JSON hợp lệ.' })
  }
}

/** What a log-in and a change of password bring beside the fields of an account. */
function checkWords(body: object): void {
  for (const [name, value] of Object.entries(body)) {
    if (!['email', 'password', 'confirm-password', 'token'].includes(name)) continue
    if (value === null || typeof value === 'string') continue
    throw new BadRequest({ message: `Trường “${name}” phải là chữ.`, path: name })
  }
}
