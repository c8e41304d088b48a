/** Who wrote, where the name was erased at the person's wish. */
export const UNNAMED_READER = 'Bạn đọc'
