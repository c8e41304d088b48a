/** The kinds of pictures that are taken, with the ending that each is stored under. */
export const PICTURE_FORMATS = {
  'image/jpeg': { extension: 'jpg' },
  'image/png': { extension: 'png' },
  'image/webp': { extension: 'webp' },
} as const

export type PictureType = keyof typeof PICTURE_FORMATS

/** The endings that stored pictures may have. */
export const PICTURE_EXTENSIONS = Object.values(PICTURE_FORMATS).map(({ extension }) => extension)
