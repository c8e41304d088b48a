import type { Field } from 'payload'
import { DOCUMENT_RELATIONS } from '#shared/vocabulary/document-relations.ts'
import { selectOne } from './select.ts'

/** How a document stands to others; the target may be missing from the library and stays as text. */
export const documentRelationsField = (): Field => ({
  name: 'relations',
  type: 'array',
  label: 'Quan hệ với văn bản khác',
  labels: { singular: 'Quan hệ', plural: 'Quan hệ' },
  fields: [
    {
      type: 'row',
      fields: [
        selectOne('relation', 'Văn bản này', DOCUMENT_RELATIONS, { required: true }),
        {
          name: 'target',
          type: 'relationship',
          relationTo: 'documents',
          label: 'Văn bản trong kho',
          filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
        },
      ],
    },
    {
      name: 'citation',
      type: 'text',
      label: 'Hoặc ghi số, ký hiệu và ngày',
      admin: {
        description: 'Khi văn bản kia chưa có trong kho, ví dụ 155/KH-UBND ngày 21/8/2020.',
      },
      validate: (
        value: string | null | undefined,
        { siblingData }: { siblingData: { target?: unknown } },
      ) =>
        Boolean(value || siblingData?.target) ||
        'Hãy chọn văn bản trong kho hoặc ghi số, ký hiệu của văn bản kia.',
    },
  ],
})
