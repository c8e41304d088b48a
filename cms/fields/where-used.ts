import type { UIField } from 'payload'

/** The list "Nơi đang dùng" in the sidebar: who refers to this document. */
export const whereUsedField = (): UIField => ({
  name: 'whereUsed',
  type: 'ui',
  label: 'Nơi đang dùng',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/cms/admin/WhereUsed.tsx#WhereUsed' },
  },
})
