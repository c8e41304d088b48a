import type { Random } from './random.ts'
import { tradeOf } from './trades.ts'

const FAMILY = (
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trương ' +
  'Cao Tạ Lâm'
).split(' ')
const MIDDLE = 'Văn Thị Minh Hữu Thanh Quốc Ngọc Đức Xuân Hồng Kim'.split(' ')
const GIVEN = (
  'Hùng Lan Dũng Hoa Tuấn Hương Nam Mai Sơn Thảo Phúc Hạnh Long Yến Khánh Trang Bình Ngân ' +
  'Thịnh Loan Tâm Quý Vượng Nhạn Tuyết Khuê Bảo Diễm Kiệt Thoa Uyên Chiến Liễu Đạt Nhung ' +
  'Vinh Sáu Bích Hợi Nghị Duyên Toàn Cúc Hiển Oanh Thuấn Xoan Ruộng Bưởi Giáp Khoát Nhị Tẻo ' +
  'Vạn Sửu'
).split(' ')
/** Syllables of place names: two that are drawn make an invented one. */
const PLACE = (
  'Phú An Tân Hòa Bình Long Thạnh Mỹ Vĩnh Đông Xuân Sơn Hải Lộc Thanh Hưng Giang Châu Trung ' +
  'Đức Ninh Khê Lâm Điền Thọ Quang Nghĩa Phong Cát Trạch Khánh Hiệp Lạc Xá Đoài Thượng Bảng ' +
  'Cầu Nhân Quán Rạch Gò Bãi Vàm Cù Mương Trảng Đá Suối Buôn Nậm Pác Tà Krông Đăk Nhuệ Viên ' +
  'Liệt Chuông Vác Nành Triện Sặt Hống Ghềnh Cói'
).split(' ')
const UNITS = ['xã', 'xã', 'xã', 'phường', 'thị trấn']
const FIRMS = ['Công ty TNHH', 'Hợp tác xã', 'Hộ kinh doanh', 'Công ty cổ phần', 'Tổ hợp tác']

export function person(random: Random): string {
  return [random.frequent(FAMILY), random.frequent(MIDDLE), random.frequent(GIVEN)].join(' ')
}

/** A commune or ward with its kind. */
export function place(random: Random): string {
  return `${random.pick(UNITS)} ${placeName(random)}`
}

/** A rural industrial establishment. */
export function firm(random: Random): string {
  return `${random.frequent(FIRMS)} ${tradeOf(random).name} ${placeName(random)}`
}

function placeName(random: Random): string {
  return `${random.frequent(PLACE)} ${random.frequent(PLACE)}`
}
