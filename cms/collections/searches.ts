import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { idField } from '#cms/fields/id.ts'

/** Characters of what was searched that are kept. */
export const LONGEST_SEARCH = 100

/** What readers search for, each once with how often: nothing of who searched. */
export const Searches: CollectionConfig = {
  slug: 'searches',
  labels: { singular: 'Từ khóa người đọc tìm', plural: 'Từ khóa người đọc tìm' },
  access: collectionAccess('searches'),
  defaultSort: '-count',
  admin: {
    group: 'Bạn đọc',
    useAsTitle: 'words',
    description:
      'Người đọc tìm gì trên trang, bao nhiêu lần. Không lưu ai tìm; từ khóa giống địa chỉ thư, số ' +
      'điện thoại, số giấy tờ không được ghi. Lọc “Không thấy kết quả” lớn hơn 0 để biết bạn đọc ' +
      'cần điều gì mà trang chưa có.',
    defaultColumns: ['words', 'count', 'foundNothing', 'lastFound', 'lastAt'],
    listSearchableFields: ['words'],
  },
  fields: [
    idField(),
    {
      name: 'words',
      type: 'text',
      label: 'Từ khóa',
      required: true,
      unique: true,
      maxLength: LONGEST_SEARCH,
    },
    count('count', 'Số lần tìm'),
    count('foundNothing', 'Không thấy kết quả'),
    count('lastFound', 'Số kết quả lần gần nhất'),
    { name: 'lastAt', type: 'date', label: 'Lần gần nhất', required: true, index: true },
  ],
}

function count(name: string, label: string) {
  return { name, type: 'number' as const, label, required: true, defaultValue: 0, min: 0 }
}
