import { APIError } from 'payload'
import type { FileProblem } from '#cms/reading/file-refused.ts'

/** Stable codes of what may be wrong with an upload, for logs and for programs. */
export type UploadProblem =
  | FileProblem
  | 'file_too_large'
  | 'file_missing'
  | 'file_empty'
  | 'reading_busy'
  | 'alt_missing'
  | 'disk_full'

const STATUS: Partial<Record<UploadProblem, number>> = {
  file_too_large: 413,
  picture_too_large: 413,
  disk_full: 507,
  reading_busy: 503,
  alt_missing: 400,
  file_missing: 400,
}

/** An upload that is not accepted: what is wrong and what to do, for the editor. */
export class UploadError extends APIError<{ code: UploadProblem }> {
  constructor(code: UploadProblem, message: string) {
    super(message, STATUS[code] ?? 415, { code }, true)
    this.name = 'UploadError'
  }
}
