import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import type { Form, FormState } from './forms/form.ts'
import { receiveForm, type PostedForm } from './forms/receive-form.ts'
import type { PageContext } from './page-context.ts'

export const QUESTION_FORM: Form<'title' | 'content' | 'topic' | 'name' | 'email'> = {
  id: 'question',
  fields: [
    {
      name: 'title',
      label: 'Câu hỏi ngắn gọn',
      kind: 'text',
      required: true,
      minLength: 10,
      maxLength: 200,
      hint: 'Một câu hỏi về một việc thì được trả lời nhanh hơn.',
    },
    {
      name: 'content',
      label: 'Chi tiết',
      kind: 'long',
      required: true,
      minLength: 10,
      maxLength: 5000,
      hint: 'Cơ sở làm gì, ở đâu, đã làm đến bước nào. Không ghi số căn cước hay tài khoản.',
    },
    {
      name: 'topic',
      label: 'Lĩnh vực',
      kind: 'choice',
      maxLength: 20,
      options: EXTENSION_ACTIVITIES,
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
      label: 'Thư điện tử nhận trả lời',
      kind: 'email',
      required: true,
      maxLength: 200,
      autocomplete: 'email',
      hint: 'Không hiện công khai.',
    },
  ],
  consent:
    'Tôi đồng ý cho Trung tâm lưu tên và thư điện tử để trả lời, và đăng câu hỏi với tên viết tắt.',
}

/** Takes in a question for moderation; `null` once it is stored, else what to show. */
export async function sendQuestion(
  page: PageContext,
  posted: PostedForm,
): Promise<FormState | null> {
  return receiveForm(QUESTION_FORM, posted, page, ({ topic, ...values }, consent) =>
    page.portal.create({
      collection: 'questions',
      overrideAccess: true,
      depth: 0,
      data: {
        ...values,
        ...consent,
        topic: EXTENSION_ACTIVITIES.find(({ value }) => value === topic)?.value,
        status: 'pending',
      },
    }),
  )
}
