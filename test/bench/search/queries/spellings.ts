import { judged } from '../judged-query.ts'

/** Short where the text is long, and long where the text is short. */
const abbreviations = judged('abbreviation', {
  'tập huấn SXSH': 'news/lop-san-xuat-sach',
  'đánh giá SXSH': [
    'programmes/san-xuat-sach',
    'questions/danh-gia-bao-lau',
    'documents/hd-danh-gia',
  ],
  'bình chọn CNNT tiêu biểu': ['programmes/binh-chon', 'documents/tt-26'],
  'CCN Phú Hòa': 'news/lap-day-phu-hoa',
  'HTX mây tre': 'producers/may-tre-tan-my',
  'THT dệt cói': ['producers/coi-an-binh', 'news/det-coi'],
  'KC quốc gia': ['documents/tt-36', 'programmes/mo-hinh'],
  'NĐ khuyến công': ['documents/nd-45', 'documents/nd-235'],
  'TT của BTC về kinh phí KC': ['documents/tt-28', 'documents/tt-64', 'documents/ttlt-26'],
  'DNNVV hộ kinh doanh được hỗ trợ': [
    'documents/nd-45',
    'documents/nq-muc-chi',
    'documents/tb-ho-so',
    'news/nhan-ho-so-may-moc',
  ],
  'QĐ danh mục cơ sở SCT': 'documents/qd-danh-muc',
  'KH khuyến công địa phương': 'documents/kh-nam-toi',
  'hội đồng nhân dân tỉnh Sông Châu mức chi': 'documents/nq-muc-chi',
  'Ủy ban nhân dân tỉnh kế hoạch công nghiệp nông thôn': ['documents/kh-moi', 'documents/kh-cu'],
})

/** One letter, or one mark, that is not the right one. */
const slips = judged('slip', {
  'khuyến cônh quốc gia': 'documents/tt-36',
  'máy chẽ mây hai trục': 'products/may-che',
  'bánh tráng phơi xương': 'products/banh-trang',
  'xoài xấy dẻo': 'products/xoai-say',
  'đèn lồg mây': 'products/den-may',
  'lò nunng con thoi': 'news/lo-nung',
  'chiếu cói hoa văm thoi': 'products/chieu-coi',
  'mô hình trình diễn kĩ thuật': 'programmes/mo-hinh',
  'sử lý ô nhiễm môi trường': 'programmes/xu-ly-o-nhiem',
  'khăn nụa tơ tằm': 'products/khan-lua',
})

/** Tones where the newer or the older rule puts them, and letters that come in parts. */
const spellings = judged('spelling', {
  'cụm công nghiệp Phú Hoà': 'news/lap-day-phu-hoa',
  'cơ khí vào cụm Phú Hoà': 'news/co-khi-phu-hoa',
  'mang theo hoá đơn học kế toán': 'news/lop-ke-toan',
  'chế biến thuỷ sản': ['documents/nd-45', 'documents/tt-26'],
  'Uỷ ban nhân dân tỉnh quy chế khuyến công': ['documents/qd-quy-che', 'documents/qd-sua-doi'],
  ['truyền nghề mây tre đan'.normalize('NFD')]: 'programmes/dao-tao',
})

/** Typed without marks by who has no Vietnamese keyboard. */
const bare = judged('bare', {
  'ho tro mua may moc': [
    'news/nhan-ho-so-may-moc',
    'news/ket-qua-xet-ho-so',
    'programmes/may-moc',
    'documents/tb-ho-so',
  ],
  'nghi dinh khuyen cong': ['documents/nd-45', 'documents/nd-235'],
  'nd 45/2012': 'documents/nd-45',
  'sct 289': 'documents/qd-danh-muc',
  'dan may tan my': ['producers/may-tre-tan-my', 'products/gio-may', 'programmes/dao-tao'],
  'chieu coi an binh': ['products/chieu-coi', 'producers/coi-an-binh', 'news/det-coi'],
  'mau don de nghi ho tro': ['programmes/may-moc', 'news/nhan-ho-so-may-moc', 'programmes/mo-hinh'],
  'cap quoc gia song chau': 'news/cong-nhan-quoc-gia',
  'cach dem luot truy cap': 'pages/cach-dem-luot-truy-cap',
  'mau cam ket 02': ['programmes/may-moc', 'news/nhan-ho-so-may-moc', 'programmes/mo-hinh'],
  'san xuat sach hon': [
    'news/lop-san-xuat-sach',
    'programmes/san-xuat-sach',
    'questions/danh-gia-bao-lau',
    'documents/hd-danh-gia',
  ],
})

/** Words that are written in another way than in the text. */
export const spellingQueries = [...abbreviations, ...slips, ...spellings, ...bare]
