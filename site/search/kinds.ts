import type { Term } from '#shared/vocabulary/term.ts'
import type { Searched } from './item.ts'

interface Kind extends Term {
  readonly collection: Searched
}

/** Kinds of results, as filters offer them. */
export const RESULT_KINDS: readonly Kind[] = [
  { collection: 'news', value: 'tin-tuc', label: 'Tin tức' },
  { collection: 'documents', value: 'van-ban', label: 'Văn bản' },
  { collection: 'programmes', value: 'ho-tro', label: 'Chương trình' },
  { collection: 'products', value: 'san-pham', label: 'Sản phẩm' },
  { collection: 'producers', value: 'co-so', label: 'Cơ sở' },
  { collection: 'questions', value: 'hoi-dap', label: 'Hỏi đáp' },
  { collection: 'pages', value: 'gioi-thieu', label: 'Giới thiệu' },
]

export function resultKind(collection: Searched): Kind {
  const kind = RESULT_KINDS.find((one) => one.collection === collection)
  if (!kind) throw new Error(`The search has no kind for "${collection}".`)
  return kind
}
