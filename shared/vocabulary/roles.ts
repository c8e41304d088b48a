import type { Term } from './term.ts'

/** Who works in the portal. The public has no account. */
export const ROLES = [
  { value: 'admin', label: 'Quản trị' },
  { value: 'publisher', label: 'Duyệt đăng' },
  { value: 'editor', label: 'Biên tập' },
  { value: 'moderator', label: 'Duyệt phản hồi' },
] as const satisfies readonly Term[]

export type Role = (typeof ROLES)[number]['value']
