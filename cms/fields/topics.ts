import type { Field } from 'payload'

/** Topics cut across categories; shared ones make related news. */
export const topicsField = (): Field => ({
  name: 'topics',
  type: 'relationship',
  relationTo: 'topics',
  hasMany: true,
  label: 'Chủ đề',
  admin: { position: 'sidebar', description: 'Bài cùng chủ đề được gợi ý ở mục “Tin liên quan”.' },
})
