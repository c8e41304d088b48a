import type { Random } from './random.ts'

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
].concat(['Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh', 'Mai', 'Trương', 'Cao', 'Tạ', 'Lâm'])
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Hữu', 'Thanh', 'Quốc', 'Ngọc', 'Đức', 'Xuân', 'Hồng', 'Kim']
const GIVEN = [
  'Hùng',
  'Lan',
  'Dũng',
  'Hoa',
  'Tuấn',
  'Hương',
  'Nam',
  'Mai',
  'Sơn',
  'Thảo',
  'Phúc',
].concat(['Hạnh', 'Long', 'Yến', 'Khánh', 'Trang', 'Bình', 'Ngân', 'Thịnh', 'Loan', 'Tâm', 'Quý'])
/** Syllables of place names: two that are drawn make an invented one. */
const PLACE = ['Phú', 'An', 'Tân', 'Hòa', 'Bình', 'Long', 'Thạnh', 'Mỹ', 'Vĩnh', 'Đông', 'Xuân']
  .concat(['Sơn', 'Hải', 'Lộc', 'Thanh', 'Hưng', 'Giang', 'Châu', 'Trung', 'Đức', 'Ninh', 'Khê'])
  .concat(['Lâm', 'Điền', 'Thọ', 'Quang', 'Nghĩa', 'Phong', 'Cát', 'Trạch', 'Khánh', 'Hiệp', 'Lạc'])
const UNITS = ['xã', 'xã', 'xã', 'phường', 'thị trấn']
const FIRMS = ['Công ty TNHH', 'Hợp tác xã', 'Hộ kinh doanh', 'Công ty cổ phần', 'Tổ hợp tác']
const TRADES = [
  'cơ khí',
  'mây tre đan',
  'chế biến nông sản',
  'gốm sứ',
  'may mặc',
  'đồ gỗ mỹ nghệ',
].concat(['dệt thổ cẩm', 'cà phê', 'bánh tráng', 'nước mắm', 'vật liệu xây dựng', 'chè'])

export function person(random: Random): string {
  return [random.frequent(FAMILY), random.frequent(MIDDLE), random.frequent(GIVEN)].join(' ')
}

/** A commune or ward with its kind. */
export function place(random: Random): string {
  return `${random.pick(UNITS)} ${placeName(random)}`
}

/** A rural industrial establishment. */
export function firm(random: Random): string {
  return `${random.frequent(FIRMS)} ${random.frequent(TRADES)} ${placeName(random)}`
}

function placeName(random: Random): string {
  return `${random.frequent(PLACE)} ${random.frequent(PLACE)}`
}
