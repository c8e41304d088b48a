import { takePicture, type Shot } from '../pictures.ts'
import type { SampleItem } from '../sample-item.ts'

const CREDIT = 'Hình minh họa: Trung tâm Khuyến công'

export interface PictureText {
  readonly alt: string
  readonly caption?: string
}

/** A picture of the sample, rendered when it is added. */
export function pictureItem(
  key: string,
  shot: Shot,
  { alt, caption }: PictureText,
): SampleItem<'media'> {
  return {
    key,
    data: { alt, credit: CREDIT, ...(caption ? { caption } : {}) },
    upload: () => takePicture(key, shot),
  }
}
