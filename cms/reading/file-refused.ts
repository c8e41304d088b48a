/** Stable codes of what may be wrong with the bytes of a file. */
export type FileProblem =
  | 'file_type_refused'
  | 'file_broken'
  | 'file_encrypted'
  | 'file_has_macros'
  | 'file_unreadable'
  | 'picture_too_large'

/**
 * A file that is not accepted, by its content: what is wrong and what to do, for the person who sent
 * it. The process that reads files knows nothing of HTTP, so this is no error of the REST API yet.
 */
export class FileRefused extends Error {
  override name = 'FileRefused'
  readonly code: FileProblem

  constructor(code: FileProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
