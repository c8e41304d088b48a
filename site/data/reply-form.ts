import { receiveForm, type PostedForm } from './forms/receive-form.ts'
import type { Form, FormState } from './forms/form.ts'
import type { PageContext } from './page-context.ts'

export const REPLY_FORM: Form<'content' | 'name' | 'email'> = {
  id: 'reply',
  fields: [
    {
      name: 'content',
      label: 'Nội dung',
      kind: 'long',
      required: true,
      minLength: 5,
      maxLength: 3000,
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
  ],
  consent: 'Tôi đồng ý cho Trung tâm lưu tên và thư điện tử để duyệt và trả lời ý kiến này.',
}

/** Takes in a reply to an article for moderation; `null` once it is stored, else what to show. */
export async function sendReply(
  page: PageContext,
  newsId: string,
  posted: PostedForm,
): Promise<FormState | null> {
  return receiveForm(REPLY_FORM, posted, page, (values, consent) =>
    page.portal.create({
      collection: 'comments',
      overrideAccess: true,
      depth: 0,
      data: { ...values, ...consent, news: newsId, status: 'pending' },
    }),
  )
}
