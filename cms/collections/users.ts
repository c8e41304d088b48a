import type { CollectionConfig } from 'payload'
import { collectionAccess } from '#cms/access/collection-access.ts'
import { adminOrSelf } from '#cms/access/user-access.ts'
import { idField } from '#cms/fields/id.ts'
import { selectOne } from '#cms/fields/select.ts'
import { userHooks } from '#cms/hooks/user-hooks.ts'
import { ROLES } from '#shared/vocabulary/roles.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Tài khoản', plural: 'Tài khoản' },
  access: { ...collectionAccess('users'), read: adminOrSelf, update: adminOrSelf },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    useAPIKey: false,
  },
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
