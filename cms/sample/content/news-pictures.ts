import type { Shot } from '../pictures.ts'
import type { SampleItem } from '../sample-item.ts'
import { pictureItem } from './picture-item.ts'

/** Pictures of news and of producers. */
export const newsPictures: SampleItem<'media'>[] = [
  picture(
    'may-moc',
    'Tranh vẽ ba bánh răng ăn khớp, mặt bánh lớn nhất đan bằng mây',
    'Máy móc mới giúp nghề truyền thống làm nhanh và đều hơn.',
  ),
  picture(
    'xuong-gom',
    'Tranh vẽ ba tầng kệ gỗ bày bình, chum và chậu gốm nhiều màu men',
    'Kệ hàng của xưởng gốm Châu Thành trước ngày giao.',
  ),
  picture(
    'dan-may',
    'Tranh vẽ cận cảnh mặt đan bằng sợi mây nâu vàng',
    'Mặt đan chéo của thợ Tân Mỹ.',
  ),
  picture(
    'hoi-cho',
    'Tranh vẽ ba gian hàng mái vải sọc, treo dây cờ phía trên',
    'Gian hàng chung của các làng nghề.',
  ),
  picture(
    'cum-cong-nghiep',
    'Tranh vẽ dãy nhà xưởng mái răng cưa bên bờ sông',
    'Cụm công nghiệp Phú Hòa nhìn từ bờ sông.',
  ),
  picture(
    'mai-nang-luong',
    'Tranh vẽ mái nhà ngói lắp các tấm pin mặt trời dưới nắng',
    'Tấm pin lắp trên mái xưởng, hướng nam.',
  ),
  picture('san-xuat-sach', 'Tranh vẽ giọt nước giữa bánh răng, quanh là vòng lá xanh'),
  picture(
    'lop-tap-huan',
    'Tranh vẽ lớp học, giảng viên áo đỏ chỉ vào biểu đồ trên bảng',
    'Lớp học ngay tại xưởng, mỗi lớp không quá 30 người.',
  ),
  picture(
    'xu-ly-nuoc',
    'Tranh vẽ ba bể tròn xử lý nước thải nối với nhau bằng ống dẫn',
    'Ba bể của giai đoạn một chạy nối tiếp.',
  ),
  picture(
    'lo-nung',
    'Tranh vẽ lò nung đang đỏ lửa, bên trong xếp ba tầng bình gốm',
    'Lò con thoi nung ba tầng hàng một mẻ.',
  ),
  picture(
    'det-coi',
    'Tranh vẽ cuộn chiếu cói sọc nhiều màu, hàng hoa văn quả trám',
    'Khổ chiếu mới rộng 1,8 m, dệt liền không nối.',
    {
      drawing: 'chieu-coi',
      crop: { left: 0.08, top: 0.16, width: 0.84 },
    },
  ),
  picture(
    'may-say',
    'Tranh vẽ tủ sấy sáu khay, cửa kính, đang bốc hơi',
    'Tủ sấy MS-60 trong buổi trình diễn.',
    {
      drawing: 'may-say',
      crop: { left: 0.06, top: 0.06, width: 0.88 },
    },
  ),
  picture(
    'may-che',
    'Tranh vẽ máy chẻ mây, sợi mây vào một đầu và ra ba sợi nhỏ',
    'Một lần đẩy, sợi mây ra đủ ba cỡ.',
    {
      drawing: 'may-che',
      crop: { left: 0.02, top: 0.2, width: 0.96 },
    },
  ),
  picture(
    'son-mai',
    'Tranh vẽ hộp sơn mài tròn, nắp cẩn hoa bằng vỏ trứng',
    'Chiếc hộp cẩn vỏ trứng, bài tập cuối khóa.',
    {
      drawing: 'hop-son-mai',
      crop: { left: 0.1, top: 0.14, width: 0.8 },
    },
  ),
  picture(
    'xoai-say',
    'Tranh vẽ túi xoài sấy màu vàng cạnh mấy miếng xoài',
    'Xoài sấy dẻo của hợp tác xã Gò Sen.',
    {
      drawing: 'xoai-say',
      crop: { left: 0.12, top: 0.12, width: 0.88 },
    },
  ),
  picture(
    'banh-trang',
    'Tranh vẽ chồng bánh tráng rắc mè trên mẹt, phía sau là nắng',
    'Mẻ bánh phơi sương buổi sớm ở Gò Sen.',
    {
      drawing: 'banh-trang',
      crop: { left: 0.04, top: 0.1, width: 0.92 },
    },
  ),
]

function picture(
  key: string,
  alt: string,
  caption?: string,
  shot: Partial<Shot> = {},
): SampleItem<'media'> {
  return pictureItem(
    key,
    { drawing: key, shape: 'news', ...shot },
    { alt, ...(caption ? { caption } : {}) },
  )
}
