import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

const CLOCK_TOLERANCE_MS = 60_000

/** The moment of publication: now where the editor gave none, never in the future. */
export const setPublishedAt: CollectionBeforeChangeHook = ({
  data,
  originalDoc,
  req,
  collection,
}) => {
  if (data._status !== 'published') return data
  const publishedAt: string | null = data.publishedAt ?? originalDoc?.publishedAt ?? null
  if (!publishedAt) return { ...data, publishedAt: new Date().toISOString() }
  if (Date.parse(publishedAt) <= Date.now() + CLOCK_TOLERANCE_MS) return data
  throw new ValidationError(
    {
      collection: collection.slug,
      req,
      errors: [
        {
          path: 'publishedAt',
          message:
            'Ngày đăng nằm ở tương lai. Hãy để trống ô này và dùng “Hẹn giờ đăng” trong nút Xuất bản.',
        },
      ],
    },
    req.t,
  )
}
