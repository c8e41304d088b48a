/** A public form: what it asks for. Labels and messages are made from this one description. */
export interface Form<Name extends string = string> {
  /** Part of the signed time: a token of one form is none of another. */
  readonly id: string
  readonly fields: readonly FormField<Name>[]
  /** What the person agrees to; kept with what is stored. */
  readonly consent: string
}

export interface FormField<Name extends string = string> {
  readonly name: Name
  readonly label: string
  readonly kind: 'text' | 'long' | 'email' | 'phone' | 'choice'
  readonly required?: boolean
  readonly maxLength: number
  readonly minLength?: number
  readonly hint?: string
  readonly autocomplete?: 'name' | 'email' | 'tel'
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

/** What the page of a form shows: empty at first, later all that was typed, with what is wrong. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>
  /** By field; `consent` too. */
  readonly errors: Readonly<Record<string, string>>
  /** What happened, in one line; `null` while nothing was sent. */
  readonly problem: string | null
  /** Signed time of this page. */
  readonly token: string
  readonly status: 200 | 422 | 429 | 503
}

/** Names of inputs that no form field may take. */
export const CONSENT = 'consent'
export const TRAP = 'website'
export const TOKEN = 'token'
