import { judged, type JudgedQuery } from '../judged-query.ts'

/** In the quotes that keyboards, phones and word processors make. */
const phrases = judged('phrase', {
  '"men tro trấu"': ['products/am-chen', 'producers/gom-chau-thanh'],
  '“sản xuất sạch hơn” tập huấn': 'news/lop-san-xuat-sach',
  '"làng nghề mây tre" nhãn chung': 'news/nhan-chung',
  '«cụm công nghiệp Phú Hòa»': 'news/lap-day-phu-hoa',
  '"trạm xử lý nước thải"': ['news/nuoc-thai-tan-my', 'programmes/ha-tang-cum', 'documents/kh-moi'],
  '"hộ kinh doanh" phường': 'questions/ho-o-phuong',
})

const exclusions: readonly JudgedQuery[] = [
  {
    text: 'sơn mài -hộp',
    tries: 'exclusion',
    answers: ['producers/son-mai-ben-van', 'programmes/dao-tao'],
    unwanted: ['products/hop-son-mai', 'news/truyen-nghe-son-mai'],
  },
  {
    text: 'mây tre -"nồi hơi"',
    tries: 'exclusion',
    answers: ['producers/may-tre-tan-my', 'programmes/dao-tao', 'news/nhan-chung'],
    unwanted: ['news/noi-hoi', 'products/gio-may'],
  },
  {
    text: 'Gò Sen -xoài',
    tries: 'exclusion',
    answers: ['products/banh-trang', 'news/do-nuoc'],
    unwanted: ['products/xoai-say', 'producers/nong-san-go-sen', 'news/mo-hinh-say-lanh'],
  },
  {
    text: 'Phú Hòa -"cà phê"',
    tries: 'exclusion',
    answers: ['news/co-khi-phu-hoa', 'news/lap-day-phu-hoa'],
    unwanted: ['products/ca-phe', 'producers/phu-hoa'],
  },
  {
    text: 'thông tư khuyến công -BTC',
    tries: 'exclusion',
    answers: ['documents/tt-36', 'documents/tt-26'],
    unwanted: ['documents/tt-28', 'documents/tt-64', 'documents/ttlt-26'],
  },
]

/** Left off in the middle of a word. */
const beginnings = judged('beginning', {
  'máy sấy nông s': 'products/may-say',
  'bình chọn sản ph': ['programmes/binh-chon', 'news/binh-chon-diem-moi', 'documents/tt-26'],
  'khuyến công quốc g': ['documents/tt-36', 'programmes/mo-hinh'],
  'điện mặt tr': 'news/dien-mat-troi',
  'chiếu c': 'products/chieu-coi',
  'xử lý ô nh': 'programmes/xu-ly-o-nhiem',
  'khả năng tiếp c': 'pages/kha-nang-tiep-can',
})

/** Phrases, words that must not occur, words that are not finished. */
export const signQueries = [...phrases, ...exclusions, ...beginnings]
