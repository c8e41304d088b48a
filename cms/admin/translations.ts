/** What Payload's Vietnamese leaves in English; keys as in its own translations. */
export const adminTranslations = {
  vi: {
    general: {
      collections: 'Nội dung',
      email: 'Thư điện tử',
      menu: 'Trình đơn',
    },
    authentication: { apiKey: 'Khóa API' },
    fields: { block: 'Khối', blocks: 'khối', blockType: 'Loại khối' },
  },
}
