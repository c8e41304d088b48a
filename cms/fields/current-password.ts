import type { TextField } from 'payload'

/** Typed by who changes a password or an address; checked (cms/log-in/current-password.ts), stored nowhere. */
export const currentPasswordField = (): TextField => ({
  name: 'currentPassword',
  type: 'text',
  virtual: true,
  label: 'Mật khẩu hiện tại của bạn',
  admin: {
    disableListColumn: true,
    disableListFilter: true,
    disableBulkEdit: true,
    condition: (_, __, { operation, user }) => Boolean(user) && operation === 'update',
    components: { Field: '/cms/admin/CurrentPassword.tsx#CurrentPassword' },
  },
})
