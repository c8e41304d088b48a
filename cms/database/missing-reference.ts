import { APIError } from 'payload'

/** A save refers to a document that does not exist: most often one that was deleted meanwhile. */
export class MissingReferenceError extends APIError {
  constructor(cause?: unknown) {
    super(
      'Chưa lưu, vì có mục được chọn (ảnh, tệp, chuyên mục, bài hay văn bản liên quan…) không còn nữa. Hãy bỏ mục đó khỏi ô đã chọn rồi lưu lại.',
      409,
      { code: 'reference_missing' },
      true,
    )
    this.name = 'MissingReferenceError'
    this.cause = cause
  }
}
