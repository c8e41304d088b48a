import type { Shot } from '../../pictures.ts'
import { sampleIds, type SampleItem } from '../../sample-item.ts'
import { pictureItem } from '../picture-item.ts'

interface Views {
  readonly drawing: string
  /** Alternative texts: the whole, a detail, another colour or side. */
  readonly alts: readonly [string, string, string]
  readonly detail: NonNullable<Shot['crop']>
  readonly other: Pick<Shot, 'hue' | 'brightness' | 'mirrored'>
}

/** Three pictures of each product, as a dossier needs them. */
const VIEWS: Record<string, Views> = {
  'binh-gom': {
    drawing: 'binh-gom',
    alts: [
      'Bình gốm men trắng vẽ lam, thân tròn, cổ nhỏ',
      'Hoa văn sóng và lá vẽ lam trên thân bình',
      'Bình cùng dáng với men vẽ màu nâu tím',
    ],
    detail: { left: 0.3, top: 0.32, width: 0.4 },
    other: { hue: 60, mirrored: true },
  },
  'am-chen': {
    drawing: 'am-chen',
    alts: [
      'Bộ ấm chén men tro xanh gồm một ấm và ba chén',
      'Ba chén nhỏ rót trà đặt cạnh ấm',
      'Bộ ấm chén cùng dáng với màu men đất',
    ],
    detail: { left: 0.56, top: 0.55, width: 0.42 },
    other: { hue: 330, mirrored: true },
  },
  'gio-may': {
    drawing: 'gio-may',
    alts: [
      'Ba chiếc giỏ mây đan mắt cáo, lớn, vừa và nhỏ',
      'Mắt cáo sáu cạnh trên thân giỏ lớn',
      'Bộ giỏ nhuộm màu nâu đỏ',
    ],
    detail: { left: 0.38, top: 0.42, width: 0.42 },
    other: { hue: 345, brightness: 0.86, mirrored: true },
  },
  'den-may': {
    drawing: 'den-may',
    alts: [
      'Ba chiếc đèn lồng mây đang sáng treo trên nền tối',
      'Nan mây uốn quanh thân đèn, nhìn gần',
      'Ba chiếc đèn lồng với ánh sáng cam',
    ],
    detail: { left: 0.36, top: 0.36, width: 0.4 },
    other: { hue: 345, mirrored: true },
  },
  'ca-phe': {
    drawing: 'ca-phe',
    alts: [
      'Túi cà phê nhãn đỏ cạnh tách cà phê và mấy hạt rang',
      'Tách cà phê trắng viền lam và hạt cà phê rang',
      'Túi cà phê rang vừa, nhãn màu cam, nhìn từ phía bên kia',
    ],
    detail: { left: 0.55, top: 0.4, width: 0.44 },
    other: { hue: 28, mirrored: true },
  },
  'hop-son-mai': {
    drawing: 'hop-son-mai',
    alts: [
      'Hộp sơn mài tròn màu đỏ son, nắp cẩn hoa vỏ trứng',
      'Mặt nắp cẩn vỏ trứng, nhìn gần',
      'Hộp sơn mài cùng dáng, màu then ánh xanh',
    ],
    detail: { left: 0.2, top: 0.24, width: 0.6 },
    other: { hue: 190, brightness: 0.9 },
  },
  'chieu-coi': {
    drawing: 'chieu-coi',
    alts: [
      'Chiếu cói sọc đỏ, xanh, vàng cuộn một đầu',
      'Hàng hoa văn hình thoi ở mép chiếu',
      'Chiếu cói sọc xanh lá và xanh lam',
    ],
    detail: { left: 0.18, top: 0.5, width: 0.44 },
    other: { hue: 80 },
  },
  'khan-lua': {
    drawing: 'khan-lua',
    alts: [
      'Bốn chiếc khăn lụa màu lá xếp chồng, buộc dải đỏ',
      'Đường may tay và dải buộc dệt hoa văn',
      'Bộ khăn lụa nhuộm vỏ lựu, màu nâu hồng',
    ],
    detail: { left: 0.34, top: 0.26, width: 0.46 },
    other: { hue: 180 },
  },
  'may-say': {
    drawing: 'may-say',
    alts: [
      'Tủ sấy nông sản sáu khay, cửa kính lớn',
      'Các khay sấy và bảng điều khiển, nhìn gần',
      'Tủ sấy nhìn từ phía bên kia',
    ],
    detail: { left: 0.3, top: 0.24, width: 0.44 },
    other: { mirrored: true, hue: 20 },
  },
  'may-che': {
    drawing: 'may-che',
    alts: [
      'Máy chẻ mây hai trục đặt trên khung thép',
      'Hai trục cuốn và các sợi mây vừa chẻ',
      'Máy chẻ mây nhìn từ phía ra sợi',
    ],
    detail: { left: 0.32, top: 0.4, width: 0.42 },
    other: { mirrored: true, brightness: 1.05 },
  },
  'banh-trang': {
    drawing: 'banh-trang',
    alts: [
      'Chồng bánh tráng mè trên mẹt, cạnh liếp phơi',
      'Mè đen và dừa rắc trên mặt bánh',
      'Chồng bánh tráng nhìn từ phía bên kia, ánh nắng chiều',
    ],
    detail: { left: 0.16, top: 0.52, width: 0.5 },
    other: { mirrored: true, hue: 350 },
  },
  'xoai-say': {
    drawing: 'xoai-say',
    alts: [
      'Túi xoài sấy dẻo màu vàng cạnh mấy miếng xoài',
      'Mấy miếng xoài sấy dẻo, nhìn gần',
      'Túi xoài sấy loại ít đường, màu vàng chanh',
    ],
    detail: { left: 0.6, top: 0.58, width: 0.4 },
    other: { hue: 18, mirrored: true },
  },
}

export const productPictures: SampleItem<'media'>[] = Object.entries(VIEWS).flatMap(
  ([key, { drawing, alts, detail, other }]) => {
    const shape = 'product'
    return [
      pictureItem(`${key}-1`, { drawing, shape }, { alt: alts[0] }),
      pictureItem(`${key}-2`, { drawing, shape, crop: detail }, { alt: alts[1] }),
      pictureItem(`${key}-3`, { drawing, shape, ...other }, { alt: alts[2] }),
    ]
  },
)

/** Ids of a product's pictures, the leading one first. */
export const galleryOf = (key: string): string[] =>
  sampleIds('media', `${key}-1`, `${key}-2`, `${key}-3`)
