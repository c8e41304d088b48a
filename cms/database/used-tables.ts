/** Collections of which every portal that has been used has rows in one; tables go by their names. */
export const USED = ['users', 'media', 'files', 'news', 'documents', 'pages'] as const
