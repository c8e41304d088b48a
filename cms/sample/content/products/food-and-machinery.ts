import type { SampleItem } from '../../sample-item.ts'
import { awards, productItem, type AwardYears } from './product-item.ts'

export const foodAndMachinery = ({ year, nationalYear }: AwardYears): SampleItem<'products'>[] => [
  productItem('ca-phe', {
    name: 'Cà phê rang xay Phú Hòa',
    by: 'phu-hoa',
    group: 'food',
    isSet: false,
    summary: 'Hái chín, phơi trên giàn, rang từng mẻ 15 kg; trên túi ghi ngày rang và tên vườn.',
    story: [
      'Công ty mua theo độ chín của quả chứ không mua xô, nên giá trả cho người trồng cao hơn và vị cà phê đều hơn.',
    ],
    traits: ['Túi 250 g và 500 g có van một chiều.', 'Hai độ rang: vừa và đậm.'],
    awards: [awards.regional(year - 2, 33, 88.5), awards.provincial(year - 4, 98, 86)],
  }),
  productItem('banh-trang', {
    name: 'Bánh tráng phơi sương Gò Sen',
    by: 'nong-san-go-sen',
    group: 'food',
    isSet: false,
    summary:
      'Bột gạo xay nước, tráng mỏng, phơi nắng rồi hong sương nên dẻo mà không cần nhúng nước.',
    story: ['Bánh nướng sơ trước khi phơi sương; rắc mè và cùi dừa nạo. Không dùng chất bảo quản.'],
    traits: ['Gói 300 g, 20 cái.', 'Dùng trong 30 ngày kể từ ngày đóng gói.'],
    awards: [awards.provincial(year, 133, 85)],
  }),
  productItem('xoai-say', {
    name: 'Xoài sấy dẻo Gò Sen',
    by: 'nong-san-go-sen',
    group: 'food',
    isSet: false,
    summary: 'Xoài chín cây sấy lạnh 14 giờ, giữ màu và hương; có loại ít đường.',
    story: [
      'Máy sấy lạnh là thiết bị được khuyến công hỗ trợ. Nước rửa xoài lọc lại để tưới vườn.',
    ],
    traits: ['Túi 200 g có khóa kéo.', 'Không chất tạo màu.', 'Dùng trong 9 tháng.'],
    awards: [awards.regional(year, 35, 87.5), awards.provincial(year - 1, 128, 88)],
  }),
  productItem('may-say', {
    name: 'Máy sấy nông sản đối lưu MS-60',
    by: 'co-khi-dong-tam',
    group: 'machinery',
    isSet: false,
    summary: 'Tủ sấy sáu khay dùng điện hoặc gas, hợp với xưởng chế biến quy mô hộ.',
    story: [
      'Luồng gió đổi chiều sau mỗi 20 phút nên không phải đảo khay. Phần vỏ và khay làm bằng thép không gỉ, thay thế được từng cụm.',
    ],
    traits: ['60 kg nguyên liệu một mẻ.', 'Công suất điện 4,5 kW.', 'Bảo hành 24 tháng.'],
    awards: [
      awards.national(nationalYear, 22, 91),
      awards.regional(nationalYear - 1, 36, 89.5),
      awards.provincial(nationalYear - 2, 119, 87),
    ],
  }),
  productItem('may-che', {
    name: 'Máy chẻ mây hai trục MC-2',
    by: 'co-khi-dong-tam',
    group: 'machinery',
    isSet: false,
    summary: 'Chẻ một sợi mây thành ba cỡ trong một lần đẩy; hai người làm bằng tám người chẻ tay.',
    story: ['Lưỡi dao gắn trên trục quay chậm, có tấm che và nút dừng khẩn cấp ở cả hai đầu máy.'],
    traits: ['Động cơ 0,75 kW.', 'Chỉnh cỡ sợi từ 2 đến 6 mm.', 'Nặng 85 kg, có bánh xe.'],
    awards: [awards.provincial(year - 3, 120, 83)],
  }),
]
