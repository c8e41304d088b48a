import { codeOf } from '#cms/database/unwritable.ts'
import { isRefusedForNow } from '#cms/database/write-stop.ts'
import type { PageContext } from '../page-context.ts'
import { mayStillSend, takeBack } from './address-limit.ts'
import { errorsIn, valuesOf } from './check-fields.ts'
import { CONSENT, TOKEN, TRAP, type Form, type FormState } from './form.ts'
import { signTime } from './signed-time.ts'
import { doubtAbout } from './submission-guard.ts'

/** A posted form, as the page was asked for it. */
export interface PostedForm {
  readonly request: Request
  readonly clientAddress: string
}

/** What is kept to prove a consent. */
export interface Consent {
  readonly consentedAt: string
  readonly consentText: string
}

/** A form that nobody has sent yet. */
export function emptyState(form: Form, now: Date): FormState {
  return { values: {}, errors: {}, problem: null, token: signTime(form.id, now), status: 200 }
}

/**
 * Reads and judges a posted form, and stores what is accepted.
 * @param store keeps the values, with the moment and the words of the person's consent
 * @returns `null` once it is stored; else what to show: all that was typed, a signed time, the reason
 */
export async function receiveForm<Name extends string>(
  form: Form<Name>,
  { request, clientAddress }: PostedForm,
  { now, portal }: Pick<PageContext, 'now' | 'portal'>,
  store: (values: Readonly<Record<Name, string>>, consent: Consent) => Promise<unknown>,
): Promise<FormState | null> {
  const data = await readBody(request)
  const values = valuesOf(form, data)
  const consented = data.get(CONSENT) !== null
  const refused = (problem: string, more: Partial<FormState> = {}): FormState => ({
    values: consented ? { ...values, [CONSENT]: 'on' } : values,
    errors: {},
    problem,
    token: signTime(form.id, now),
    status: 422,
    ...more,
  })

  const errors = errorsIn(form, values, consented)
  if (Object.keys(errors).length > 0)
    return refused('Chưa gửi được, xin sửa các chỗ sau', { errors })
  const doubt = doubtAbout(
    {
      formId: form.id,
      headers: request.headers,
      origin: new URL(request.url).origin,
      values,
      trap: textOf(data, TRAP),
      token: textOf(data, TOKEN),
    },
    now,
  )
  if (doubt) return refused(doubt)
  if (!mayStillSend('form', clientAddress, now)) {
    return refused('Bạn đã gửi nhiều lần trong ít phút. Xin đợi mười phút rồi gửi lại', {
      status: 429,
    })
  }
  try {
    const consent = { consentedAt: now.toISOString(), consentText: form.consent }
    await store(values as Record<Name, string>, consent)
    return null
  } catch (error) {
    takeBack('form', clientAddress)
    // Never the error itself: it holds the row, and so what somebody typed.
    const level = isRefusedForNow(error) ? 'warn' : 'error'
    portal.logger[level]({ code: 'form_not_stored', form: form.id, because: codeOf(error) })
    return refused(NOT_STORED, { status: 503 })
  }
}

const NOT_STORED =
  'Hệ thống tạm thời chưa lưu được nên thư của bạn chưa được gửi. Nội dung vẫn còn ở dưới, xin gửi lại sau ít phút'

/** A body that is no form counts as an empty one: the answer then says what is missing. */
async function readBody(request: Request): Promise<FormData> {
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i
  if (!isForm.test(request.headers.get('content-type') ?? '')) return new FormData()
  try {
    return await request.formData()
  } catch (error) {
    if (error instanceof TypeError) return new FormData()
    throw error
  }
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}
