import type { Term } from './term.ts'

/** What the log of the system records. */
export const AUDIT_ACTS = [
  { value: 'log-in', label: 'Đăng nhập' },
  { value: 'log-in-failed', label: 'Đăng nhập sai mật khẩu' },
  { value: 'log-in-slowed', label: 'Đăng nhập bị làm chậm' },
  { value: 'log-out', label: 'Đăng xuất' },
  { value: 'first-account', label: 'Lập tài khoản đầu tiên' },
  { value: 'account-created', label: 'Lập tài khoản' },
  { value: 'account-deleted', label: 'Xóa tài khoản' },
  { value: 'role-changed', label: 'Đổi vai trò' },
  { value: 'password-changed', label: 'Đổi mật khẩu' },
  { value: 'password-reset', label: 'Đặt lại mật khẩu qua thư' },
  { value: 'email-changed', label: 'Đổi thư điện tử của tài khoản' },
  { value: 'published', label: 'Đăng' },
  { value: 'withdrawn', label: 'Gỡ' },
  { value: 'trashed', label: 'Chuyển vào thùng rác' },
  { value: 'restored', label: 'Khôi phục từ thùng rác' },
  { value: 'deleted', label: 'Xóa hẳn' },
  { value: 'lock-taken', label: 'Giành quyền sửa' },
  { value: 'backup', label: 'Sao lưu' },
  { value: 'content-restored', label: 'Khôi phục bản sao lưu' },
] as const satisfies readonly Term[]

export type AuditAct = (typeof AUDIT_ACTS)[number]['value']
