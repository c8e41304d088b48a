import { email, text, textarea } from 'payload/shared'
import type { EmailField, TextareaField, TextField } from 'payload'

type Own<Kind> = Omit<Kind, 'type' | 'required' | 'validate' | 'hasMany' | 'minRows' | 'maxRows'>

/** A short text of a reader: required, until its person withdraws or is erased. */
export const readersText = (field: Own<TextField>): TextField => ({
  ...field,
  type: 'text',
  required: true,
  validate: untilForgotten(text),
})

/** A long text of a reader: required, until it is erased. */
export const readersTextarea = (field: Own<TextareaField>): TextareaField => ({
  ...field,
  type: 'textarea',
  required: true,
  validate: untilForgotten(textarea),
})

/** A reader's address: required, until its person withdraws or is erased. */
export const readersEmail = (field: Own<EmailField>): EmailField => ({
  ...field,
  type: 'email',
  required: true,
  validate: untilForgotten(email),
})

/** What was emptied by the portal stays empty through later saves of the answer or the decision. */
function untilForgotten<Options extends { data: unknown }, Result>(
  validate: (value: string | null | undefined, options: Options) => Result,
) {
  return (value: string | null | undefined, options: Options): Result | true => {
    const { erasedAt, consentWithdrawnAt } = options.data as Forgettable
    const isForgotten = Boolean(erasedAt ?? consentWithdrawnAt)
    return value === '' && isForgotten ? true : validate(value, options)
  }
}

interface Forgettable {
  readonly erasedAt?: string | null
  readonly consentWithdrawnAt?: string | null
}
