import type { SampleClock } from '../sample-clock.ts'
import type { SampleItem } from '../sample-item.ts'
import { p } from '../text/blocks.ts'
import { text } from '../text/lexical.ts'

export const samplePages = (_clock: SampleClock): SampleItem<'pages'>[] =>
  [
    ['gioi-thieu', 'Giới thiệu'],
    ['chuc-nang-nhiem-vu', 'Chức năng, nhiệm vụ'],
    ['kha-nang-tiep-can', 'Khả năng tiếp cận'],
    ['du-lieu-ca-nhan', 'Bảo vệ dữ liệu cá nhân'],
    ['dieu-khoan-su-dung', 'Điều khoản sử dụng'],
    ['cach-dem-luot-truy-cap', 'Cách đếm lượt truy cập'],
  ].map(([key = '', title = '']) => ({
    key,
    data: { title, body: text(p('Trang mẫu.')), _status: 'published' },
  }))
