import type { Form, FormState } from './forms/form.ts'
import { isRefusedForNow } from '#cms/database/write-stop.ts'
import { mayStillSend } from './forms/address-limit.ts'
import { receiveForm, type PostedForm } from './forms/receive-form.ts'
import type { PageContext } from './page-context.ts'

export const FEEDBACK_FORM: Form<'subject' | 'content' | 'name' | 'email' | 'phone'> = {
  id: 'feedback',
  fields: [
    {
      name: 'subject',
      label: 'Tiêu đề',
      kind: 'text',
      required: true,
      minLength: 5,
      maxLength: 200,
    },
    {
      name: 'content',
      label: 'Nội dung',
      kind: 'long',
      required: true,
      minLength: 10,
      maxLength: 5000,
    },
    {
      name: 'name',
      label: 'Họ và tên',
      kind: 'text',
      required: true,
      maxLength: 100,
      autocomplete: 'name',
    },
    {
      name: 'email',
      label: 'Thư điện tử',
      kind: 'email',
      required: true,
      maxLength: 200,
      autocomplete: 'email',
    },
    { name: 'phone', label: 'Điện thoại', kind: 'phone', maxLength: 20, autocomplete: 'tel' },
  ],
  consent: 'Tôi đồng ý cho Trung tâm lưu tên và cách liên hệ để trả lời thư này.',
}

/** Takes in a letter to the centre; `null` once it is stored, else what to show. */
export async function sendFeedback(
  page: PageContext,
  posted: PostedForm,
): Promise<FormState | null> {
  return receiveForm(FEEDBACK_FORM, posted, page, (values, consent) =>
    page.portal.create({
      collection: 'feedback',
      overrideAccess: true,
      depth: 0,
      data: { ...values, ...consent },
    }),
  )
}

/**
 * Keeps whether a page was of help, with nothing of the person.
 * @returns the path of the page that was rated; `null` where the post is not a rating
 */
export async function sendRating(
  page: PageContext,
  { request, clientAddress }: PostedForm,
): Promise<string | null> {
  const data = new URLSearchParams(await request.text())
  const path = data.get('path') ?? ''
  const rating = data.get('rating')
  if (!SITE_PATH.test(path) || (rating !== 'yes' && rating !== 'no')) return null
  const site = request.headers.get('sec-fetch-site')
  const isOurs = site === null || site === 'same-origin'
  // Too many and foreign ones are thanked and forgotten: nobody typed anything that could be lost.
  if (isOurs && mayStillSend('rating', clientAddress, page.now)) {
    await keepRating(page, path, rating === 'yes')
  }
  return path
}

/** One that cannot be stored now is forgotten too. */
async function keepRating({ portal }: PageContext, path: string, helpful: boolean): Promise<void> {
  const data = { path, helpful }
  try {
    await portal.create({ collection: 'ratings', overrideAccess: true, depth: 0, data })
  } catch (error) {
    if (!isRefusedForNow(error)) throw error
  }
}

/** A path of this site, never an address elsewhere. */
const SITE_PATH = /^\/(?:[a-z\d][\w/.-]{0,300})?$/i
