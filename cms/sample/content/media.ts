import { takePicture, type Shot } from '../pictures.ts'
import type { SampleItem } from '../sample-item.ts'

const CREDIT = 'Hình minh họa: Trung tâm Khuyến công'

/** Pictures of news and of producers; those of products stand with the products. */
export const sampleMedia: SampleItem<'media'>[] = [
  shot(
    'nhan-ho-so',
    { drawing: 'may-moc', shape: 'news' },
    {
      alt: 'Tranh vẽ ba bánh răng ăn khớp với nhau, mặt bánh lớn nhất đan bằng mây',
      caption: 'Máy móc mới giúp nghề truyền thống làm nhanh và đều hơn.',
    },
  ),
  shot(
    'xuong-gom',
    { drawing: 'xuong-gom', shape: 'news' },
    {
      alt: 'Tranh vẽ ba tầng kệ gỗ bày bình, chum và chậu gốm nhiều màu men',
      caption: 'Kệ hàng của xưởng gốm Châu Thành trước ngày giao.',
    },
  ),
]

function shot(
  key: string,
  how: Shot,
  { alt, caption }: { alt: string; caption?: string },
): SampleItem<'media'> {
  return {
    key,
    data: { alt, credit: CREDIT, ...(caption ? { caption } : {}) },
    upload: () => takePicture(key, how),
  }
}
