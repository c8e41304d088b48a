import type { RequiredDataFromCollectionSlug } from 'payload'
import { sampleId, type SampleItem } from '../sample-item.ts'

type Fields = Omit<RequiredDataFromCollectionSlug<'producers'>, 'id' | 'contacts' | '_status'>

/** Numbers that nobody has. */
const PHONES: Record<string, string> = {
  'gom-chau-thanh': '0200 3000 311',
  'may-tre-tan-my': '0200 3000 345',
  'phu-hoa': '0200 3000 362',
  'son-mai-ben-van': '0200 3000 327',
  'coi-an-binh': '0200 3000 338',
  'lua-thanh-ha': '0200 3000 354',
  'co-khi-dong-tam': '0200 3000 371',
  'nong-san-go-sen': '0200 3000 388',
}

/** Invented establishments of the invented province. */
export const sampleProducers: SampleItem<'producers'>[] = [
  producer('gom-chau-thanh', {
    name: 'Công ty TNHH Gốm Châu Thành',
    kind: 'company',
    address: 'Số 42 đường Lò Gốm',
    unit: 'Phường Châu Thành',
    introduction:
      'Xưởng gốm gia đình lập năm 1988, nay có 34 thợ, được biết đến với dòng men ngọc vẽ lam và men tro trấu. Xưởng vừa đổi sang lò nung con thoi dùng gas.',
    picture: sampleId('media', 'xuong-gom'),
    sectors: ['handicraft', 'consumer'],
  }),
  producer('may-tre-tan-my', {
    name: 'Hợp tác xã mây tre Tân Mỹ',
    kind: 'cooperative',
    address: 'Thôn Đông',
    unit: 'Xã Tân Mỹ (huyện Tân Mỹ cũ)',
    introduction:
      'Sáu mươi hai xã viên của năm thôn, trồng mây dưới tán rừng và đan tại nhà. Hợp tác xã nhận đơn, chia việc, kiểm hàng và xuất bán.',
    picture: sampleId('media', 'dan-may'),
    sectors: ['handicraft'],
  }),
  producer('phu-hoa', {
    name: 'Công ty TNHH Cà phê Phú Hòa',
    kind: 'company',
    address: 'Lô B4, Cụm công nghiệp Phú Hòa',
    unit: 'Xã Phú Hòa',
    introduction:
      'Rang xay cà phê của 180 hộ trồng trong vùng. Mỗi túi ghi ngày rang, tên vườn và độ cao.',
    sectors: ['food'],
  }),
  producer('son-mai-ben-van', {
    name: 'Hộ kinh doanh Xưởng sơn mài Bến Vân',
    kind: 'household',
    address: 'Số 12 đường Bến Đò',
    unit: 'Xã Bến Vân',
    introduction:
      'Ba đời làm sơn mài, giữ cách pha sơn ta và cẩn vỏ trứng. Xưởng nhận dạy nghề cho thanh niên trong xã.',
    sectors: ['handicraft'],
  }),
  producer('coi-an-binh', {
    name: 'Tổ hợp tác dệt cói An Bình',
    kind: 'cooperative-group',
    address: 'Thôn 3',
    unit: 'Xã An Bình',
    introduction:
      'Mười bảy hộ dệt chiếu và thảm cói ven sông. Tổ vừa lắp máy dệt bán tự động đầu tiên để làm khổ chiếu rộng.',
    sectors: ['handicraft', 'consumer'],
  }),
  producer('lua-thanh-ha', {
    name: 'Hộ kinh doanh Cơ sở dệt lụa Thanh Hà',
    kind: 'household',
    address: 'Số 7 đường Bờ Đê',
    unit: 'Xã Thanh Hà',
    introduction: 'Ươm tơ, dệt và nhuộm lụa bằng lá bàng, lá chè, vỏ lựu trồng quanh vườn.',
    sectors: ['handicraft', 'consumer'],
  }),
  producer('co-khi-dong-tam', {
    name: 'Công ty TNHH Cơ khí Đồng Tâm',
    kind: 'company',
    address: 'Lô A2, Cụm công nghiệp Tân Mỹ',
    unit: 'Xã Tân Mỹ (huyện Tân Mỹ cũ)',
    introduction:
      'Từ một xưởng sửa máy cày, nay chế tạo máy sấy, máy chẻ mây và máy ép cho làng nghề; 21 lao động.',
    sectors: ['mechanics'],
  }),
  producer('nong-san-go-sen', {
    name: 'Hợp tác xã nông sản Gò Sen',
    kind: 'cooperative',
    address: 'Thôn Gò Sen',
    unit: 'Xã Vĩnh Lộc',
    introduction:
      'Tráng bánh, sấy xoài và đóng gói cho 45 hộ. Nước rửa được lọc và dùng lại để tưới vườn.',
    sectors: ['food'],
  }),
]

function producer(key: string, fields: Fields): SampleItem<'producers'> {
  return { key, data: { ...fields, contacts: [salesContact(key)], _status: 'published' } }
}

/** Who sells what a sample producer makes. */
export function salesContact(producer: string) {
  const phone = PHONES[producer] ?? null
  return { name: 'Bộ phận bán hàng', phone, email: `${producer}@songchau.example` }
}
