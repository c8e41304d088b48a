import type { GlobalConfig, TextFieldSingleValidation } from 'payload'
import { globalAccess } from '#cms/access/global-access.ts'
import { recordGlobalChange } from '#cms/hooks/changes.ts'
import { ABBREVIATIONS } from '#shared/vocabulary/abbreviations.ts'
import { foldedWords } from '#shared/vietnamese/words.ts'

/** What the search takes for the same: short forms and their full ones, as editors know them. */
export const SearchWords: GlobalConfig = {
  slug: 'search-words',
  label: 'Từ viết tắt khi tìm kiếm',
  access: globalAccess('search-words'),
  hooks: { afterChange: [recordGlobalChange('search-words')] },
  admin: {
    group: 'Hệ thống',
    description:
      'Người đọc gõ dạng nào cũng tìm được bài viết theo dạng kia. Không phân biệt chữ hoa, chữ ' +
      'thường và dấu. Danh sách có hiệu lực ngay sau khi lưu.',
  },
  fields: [
    {
      name: 'synonyms',
      type: 'array',
      label: 'Danh sách',
      labels: { singular: 'Cặp từ', plural: 'Cặp từ' },
      maxRows: 500,
      defaultValue: ABBREVIATIONS.map(([short, full]) => ({ short, full })),
      validate: eachOnce,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'short',
              type: 'text',
              label: 'Viết tắt hoặc từ khác',
              required: true,
              maxLength: 100,
              validate: hasWords,
            },
            {
              name: 'full',
              type: 'text',
              label: 'Dạng đầy đủ',
              required: true,
              maxLength: 100,
              validate: isAnother,
            },
          ],
        },
      ],
    },
  ],
}

function hasWords(...[value]: Parameters<TextFieldSingleValidation>): string | true {
  return foldedWords(value ?? '') !== '' || 'Hãy nhập ít nhất một chữ cái hoặc chữ số.'
}

function isAnother(
  ...[value, { siblingData }]: Parameters<TextFieldSingleValidation>
): string | true {
  const { short } = siblingData as { short?: string | null }
  if (foldedWords(value ?? '') === foldedWords(short ?? '')) {
    return 'Hai dạng giống nhau: tìm kiếm vốn không phân biệt chữ hoa và dấu.'
  }
  return hasWords(value, {} as Parameters<TextFieldSingleValidation>[1])
}

function eachOnce(rows: unknown): string | true {
  const seen = new Set<string>()
  for (const { short } of (rows ?? []) as { short?: string | null }[]) {
    const word = foldedWords(short ?? '')
    if (word && seen.has(word)) return `“${short}” đã có trong danh sách. Mỗi từ chỉ nhập một lần.`
    seen.add(word)
  }
  return true
}
