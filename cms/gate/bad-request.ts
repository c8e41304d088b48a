import { APIError } from 'payload'

/** What is wrong with a request, for people and for programs. */
export interface Fault {
  readonly message: string
  /** Name of the query parameter, as it was written: `where[title][all]`. */
  readonly parameter?: string
  /** Path of the field of the body, as the admin names it: `awards.0.year`. */
  readonly path?: string
  readonly label?: string
}

/** A request that is refused before anything is done for it. */
export class BadRequest extends APIError<object> {
  constructor({ message, parameter, path, label }: Fault, status = 400) {
    const data = {
      code: CODES[status] ?? 'bad_request',
      ...(parameter === undefined ? {} : { parameter }),
      // The admin shows what stands in `errors` beside the field of that path.
      ...(path === undefined ? {} : { path, label, errors: [{ path, label, message }] }),
    }
    super(message, status, data, true)
  }
}

/** The refusal as the answer of the API. */
export function refusalAnswer({ status, message, data }: BadRequest): Response {
  return Response.json({ errors: [{ message, data }] }, { status })
}

const CODES: Readonly<Record<number, string>> = {
  403: 'not_allowed',
  404: 'not_found',
  413: 'too_large',
}
