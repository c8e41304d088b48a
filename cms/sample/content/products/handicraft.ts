import type { SampleItem } from '../../sample-item.ts'
import { awards, productItem, type AwardYears } from './product-item.ts'

export const handicraft = ({ year, nationalYear }: AwardYears): SampleItem<'products'>[] => [
  productItem('binh-gom', {
    name: 'Bình hoa men ngọc vẽ lam',
    by: 'gom-chau-thanh',
    group: 'handicraft',
    isSet: false,
    summary:
      'Men ngọc pha từ tro trấu và đá vôi trong vùng, vẽ lam bằng tay, nung 1.280 °C một lần lửa.',
    story: [
      'Mỗi chiếc bình qua tay bốn người: chuốt, sửa nguội, vẽ và tráng men. Nét vẽ đặt dưới men nên không phai khi rửa.',
      'Bình bán kèm phiếu ghi tên người vẽ và số lô men, để người mua đặt lại đúng màu.',
    ],
    traits: ['Cao 32 cm, miệng rộng 9 cm.', 'Nặng 2,4 kg.', 'Đóng hộp giấy có khuôn chống va.'],
    awards: [
      awards.national(nationalYear, 18, 92.5),
      awards.regional(nationalYear - 1, 27, 90),
      awards.provincial(nationalYear - 2, 114, 89),
    ],
  }),
  productItem('am-chen', {
    name: 'Bộ ấm chén men tro trấu',
    by: 'gom-chau-thanh',
    group: 'handicraft',
    isSet: true,
    summary: 'Một ấm và sáu chén; men tro trấu xanh rêu, vòi rót gọn, không nhỏ giọt.',
    story: [
      'Tro lấy từ chính lò sấy của hợp tác xã Gò Sen, rây ba lần rồi ủ một tháng mới pha men.',
    ],
    traits: [
      'Ấm 450 ml, chén 60 ml.',
      'Dùng được trong lò vi sóng.',
      'Bộ có hộp quà bằng mây Tân Mỹ.',
    ],
    awards: [awards.provincial(year, 131, 87)],
  }),
  productItem('gio-may', {
    name: 'Bộ giỏ mây mắt cáo ba cỡ',
    by: 'may-tre-tan-my',
    group: 'handicraft',
    isSet: true,
    summary:
      'Mây trồng dưới tán rừng, chẻ tay, phơi ba nắng; mắt cáo sáu cạnh đều, lồng vào nhau khi vận chuyển.',
    story: [
      'Bộ gồm giỏ 38 cm, 30 cm và 20 cm. Sợi mây được hấp bằng hơi nước từ nồi hơi dùng chung của làng, không dùng lưu huỳnh.',
      'Mỗi bộ cần hai ngày công của một thợ chính và một thợ phụ.',
    ],
    traits: ['Chịu được 12 kg.', 'Quai bọc hai lớp.', 'Mỗi thùng tám bộ.'],
    awards: [
      awards.regional(year - 2, 31, 91),
      awards.provincial(year - 3, 117, 88),
      awards.district(year - 5),
    ],
  }),
  productItem('den-may', {
    name: 'Đèn lồng mây Tân Mỹ',
    by: 'may-tre-tan-my',
    group: 'handicraft',
    isSet: false,
    summary: 'Khung mây uốn hơi, gập phẳng được; dùng bóng đèn LED, hợp quán ăn và nhà nghỉ.',
    story: ['Nan được uốn quanh cốt gỗ khi còn ẩm, sấy khô rồi mới tháo cốt nên đèn không bị méo.'],
    traits: ['Ba cỡ: 22 cm, 30 cm và 40 cm.', 'Dây dài 1,5 m, đui E27.'],
    awards: [awards.provincial(year - 1, 122, 85.5)],
  }),
  productItem('hop-son-mai', {
    name: 'Hộp sơn mài cẩn vỏ trứng',
    by: 'son-mai-ben-van',
    group: 'handicraft',
    isSet: false,
    summary: 'Cốt gỗ mít, mười bốn lớp sơn ta, mặt nắp cẩn vỏ trứng vịt thành bông mai năm cánh.',
    story: [
      'Vỏ trứng được nướng cho ngả màu, bẻ vụn rồi đặt từng mảnh bằng kim. Một chiếc hộp làm trong 45 ngày.',
      'Lòng hộp để mộc, phủ sáp ong, đựng trà và trang sức đều được.',
    ],
    traits: ['Đường kính 24 cm, cao 9 cm.', 'Lau bằng vải ẩm, tránh nắng trực tiếp.'],
    awards: [awards.provincial(year - 1, 124, 90.5)],
  }),
  productItem('chieu-coi', {
    name: 'Chiếu cói dệt hoa văn thoi',
    by: 'coi-an-binh',
    group: 'handicraft',
    isSet: false,
    summary: 'Cói bãi sông, nhuộm màu thực vật; dệt liền khổ 1,8 m trên máy bán tự động.',
    story: [
      'Sợi cói chọn từ đoạn giữa thân, phơi hai nắng một sương. Hoa văn thoi vẫn cài tay ở hai đầu chiếu.',
    ],
    traits: ['Khổ 1,6 m và 1,8 m, dài 2 m.', 'Mép may đôi, không sổ sợi.'],
    awards: [awards.provincial(year - 1, 126, 86)],
  }),
  productItem('khan-lua', {
    name: 'Bộ khăn lụa tơ tằm nhuộm lá',
    by: 'lua-thanh-ha',
    group: 'handicraft',
    isSet: true,
    summary: 'Bốn chiếc khăn nhuộm bằng lá bàng, lá chè, vỏ lựu và củ nâu; mỗi chiếc một sắc.',
    story: ['Nước nhuộm được lọc qua than và sỏi, dùng lại hai lần trước khi thải.'],
    traits: ['Khổ 90 × 90 cm.', 'Tơ tằm nguyên chất.', 'Giặt tay bằng nước nguội.'],
    awards: [awards.provincial(year - 2, 109, 84)],
  }),
]
