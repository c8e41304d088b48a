import type { Row } from '#cms/database/content.ts'
import { slugify } from '#shared/vietnamese/slug.ts'
import type { WorldPlan } from './plan.ts'

interface Branch {
  readonly title: string
  /** Place of the parent in the list; it comes before. */
  readonly parent?: number
}

export const CATEGORIES: readonly Branch[] = [
  { title: 'Khuyến công' },
  { title: 'Đào tạo nghề', parent: 0 },
  { title: 'Mô hình trình diễn', parent: 0 },
  { title: 'Máy móc thiết bị', parent: 0 },
  { title: 'Sản xuất sạch hơn' },
  { title: 'Xúc tiến thương mại' },
  { title: 'Hội chợ', parent: 5 },
  { title: 'Cụm công nghiệp' },
  { title: 'Thông báo' },
]

export const TOPICS: readonly Branch[] = [
  { title: 'Chế biến nông sản' },
  { title: 'Làng nghề' },
  { title: 'Tiết kiệm năng lượng' },
  { title: 'Chuyển đổi số' },
  { title: 'Sản phẩm tiêu biểu' },
  { title: 'Xử lý môi trường' },
]

export function categoryRows(plan: WorldPlan): Row[] {
  return rows(plan, 'categories', CATEGORIES)
}

export function topicRows(plan: WorldPlan): Row[] {
  return rows(plan, 'topics', TOPICS)
}

function rows(plan: WorldPlan, table: 'categories' | 'topics', branches: readonly Branch[]): Row[] {
  const pathOf = ({ title, parent }: Branch): string => {
    const above = parent === undefined ? undefined : branches[parent]
    return [...(above ? [pathOf(above)] : []), slugify(title)].join('/')
  }
  return branches.map((branch, number) => {
    const moment = new Date(plan.moment(table, number)).toISOString()
    return {
      id: plan.id(table, number),
      title: branch.title,
      slug: slugify(branch.title),
      path: pathOf(branch),
      order: number + 1,
      ...(branch.parent === undefined ? {} : { parent: plan.id(table, branch.parent) }),
      firstPublishedAt: moment,
      createdAt: moment,
      updatedAt: moment,
    }
  })
}
