import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { toNobody } from '#cms/access/field-access.ts'
import { adminOrSelf } from '#cms/access/user-access.ts'
import { currentPasswordField } from '#cms/fields/current-password.ts'
import { idField } from '#cms/fields/id.ts'
import { selectOne } from '#cms/fields/select.ts'
import { userHooks } from '#cms/hooks/user-hooks.ts'
import { readConfig } from '#shared/config.ts'
import { logInEndpoints } from '#cms/log-in/endpoints.ts'
import { RESET_LIFETIME_MS } from '#cms/mail/reset-mail.ts'
import { ROLES } from '#shared/vocabulary/roles.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Tài khoản', plural: 'Tài khoản' },
  access: { ...collectionAccess('users'), read: adminOrSelf, update: adminOrSelf },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    // Payload would lock the account, also for its owner; cms/log-in slows attempts down.
    maxLoginAttempts: 0,
    useAPIKey: false,
    // Over plain http a browser would not keep a secure one.
    cookies: { secure: readConfig().cms.publicUrl.startsWith('https:'), sameSite: 'Strict' },
    // Payload's own limit writes outside the transaction of its request, and waits for it for ever.
    forgotPassword: { minRequestInterval: 0, expiration: RESET_LIFETIME_MS },
  },
  endpoints: logInEndpoints,
  defaultSort: 'name',
  admin: {
    group: 'Hệ thống',
    useAsTitle: 'name',
    description: 'Người làm nội dung. Mỗi người một tài khoản.',
    defaultColumns: ['name', 'email', 'role', 'updatedAt'],
    listSearchableFields: ['name', 'email'],
    hidden: ({ user }) => user?.role !== 'admin',
  },
  hooks: userHooks,
  fields: [
    idField(),
    { name: 'name', type: 'text', label: 'Họ và tên', required: true, maxLength: 100 },
    selectOne('role', 'Vai trò', ROLES, {
      required: true,
      defaultValue: 'editor',
      saveToJWT: true,
      admin: {
        condition: (_, __, { user }) => Boolean(user),
        description:
          'Biên tập: viết và sửa bản nháp. Duyệt đăng: đăng, gỡ bài. Duyệt phản hồi: trả lời bạn đọc. Quản trị: mọi việc.',
      },
    }),
    currentPasswordField(),
    {
      name: 'passwordChangedAt',
      type: 'date',
      access: { read: toNobody },
      admin: { hidden: true },
    },
    {
      name: 'firstAccountCode',
      type: 'text',
      virtual: true,
      label: 'Mã một lần',
      admin: {
        readOnly: false,
        description: 'Chỉ cần khi lập tài khoản đầu tiên từ máy khác: mã in ra ở cửa sổ npm start.',
        condition: (_, __, { user }) => !user,
      },
    },
  ],
}
