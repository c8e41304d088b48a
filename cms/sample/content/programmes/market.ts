import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, p, ul } from '../../text/blocks.ts'
import {
  ADVICE_OFFICE,
  EXTENSION_OFFICE,
  OLD_LEVEL,
  programmeItem,
  RURAL,
  support,
} from './programme-item.ts'

/** Fairs, recognition, brands and advice. */
export const marketProgrammes = (clock: SampleClock): SampleItem<'programmes'>[] => [
  programmeItem('gian-hang', {
    title: 'Thuê gian hàng tại Hội chợ hàng công nghiệp nông thôn khu vực phía Nam',
    summary: 'Trả phần lớn tiền thuê gian hàng cho cơ sở mang sản phẩm của mình đi hội chợ.',
    activity: '4',
    beneficiaries: [...RURAL],
    support: [
      support('ttlt-26', {
        item: 'Tiền thuê gian hàng (mức theo quy định cũ, cần kiểm tra)',
        rate: 80,
        unit: 'một gian hàng',
      }),
    ],
    opens: clock.day(-25),
    closes: clock.day(5),
    blocks: [
      OLD_LEVEL,
      h2('Ưu tiên'),
      ul(
        'cơ sở có sản phẩm được chứng nhận từ cấp tỉnh;',
        'cơ sở tham gia hội chợ lần đầu;',
        'các hộ cùng làng nghề đăng ký chung một gian.',
      ),
      p('Trung tâm lo dựng gian, vận chuyển hàng mẫu; cơ sở cử ít nhất một người đứng bán.'),
    ],
    steps: [
      { title: 'Đăng ký', detail: 'Gửi đơn theo mẫu số 01, ghi rõ mặt hàng và diện tích cần.' },
      { title: 'Nhận vị trí', detail: 'Bốc thăm vị trí tại Trung tâm.' },
      { title: 'Quyết toán', detail: 'Nộp hợp đồng và hóa đơn thuê gian hàng sau hội chợ.' },
    ],
    formKeys: ['mau-don'],
    basis: ['nd-45', 'ttlt-26'],
    contacts: [EXTENSION_OFFICE],
  }),
  programmeItem('binh-chon', {
    title: 'Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu cấp tỉnh',
    summary:
      'Sản phẩm được chọn nhận giấy chứng nhận và được giới thiệu trên trang này; là điều kiện để dự bình chọn cấp khu vực.',
    activity: '4',
    beneficiaries: [...RURAL],
    support: [
      support('ttlt-26', {
        item: 'Thưởng sản phẩm đạt cấp quốc gia (mức theo quy định cũ, cần kiểm tra)',
        cap: 10,
        unit: 'một sản phẩm',
      }),
      support('ttlt-26', {
        item: 'Thưởng sản phẩm đạt cấp khu vực (mức theo quy định cũ, cần kiểm tra)',
        cap: 5,
        unit: 'một sản phẩm',
      }),
    ],
    opens: clock.day(-9),
    closes: clock.day(29),
    recurrence: 'yearly',
    blocks: [
      h2('Hồ sơ'),
      ul(
        'Phiếu đăng ký theo mẫu số 03.',
        'Ba ảnh chụp sản phẩm và bản mô tả.',
        'Bản sao giấy đăng ký kinh doanh và các giấy chứng nhận đã có.',
      ),
      h2('Sau khi được chứng nhận'),
      p(
        'Giấy chứng nhận có giá trị đến ngày 31/12 của năm thứ ba kể từ năm được công nhận. Sản phẩm được giới thiệu miễn phí trên trang của Trung tâm ([Thông tư số 26/2014/TT-BCT](documents:tt-26), Điều 21).',
      ),
      OLD_LEVEL,
    ],
    steps: [
      { title: 'Nộp hồ sơ', detail: `Chậm nhất ngày ${clock.written(29)}.` },
      {
        title: 'Kiểm tra hồ sơ',
        detail: 'Thiếu giấy nào, Trung tâm gọi báo trong ba ngày làm việc.',
      },
      {
        title: 'Chấm điểm',
        detail: 'Hội đồng chấm trên sản phẩm thật, cơ sở được mời giới thiệu.',
      },
      { title: 'Công nhận', detail: 'Kết quả công khai trên trang này.' },
    ],
    formKeys: ['mau-binh-chon'],
    basis: ['tt-26', 'nd-45'],
    contacts: [EXTENSION_OFFICE],
  }),
  programmeItem('nhan-hieu', {
    title: 'Xây dựng và đăng ký thương hiệu',
    summary: 'Hỗ trợ đặt tên, thiết kế nhãn, đăng ký bảo hộ cho sản phẩm của cơ sở hoặc làng nghề.',
    activity: '4',
    beneficiaries: [...RURAL],
    sectors: ['food', 'consumer', 'handicraft'],
    support: [
      support('ttlt-26', {
        item: 'Chi phí xây dựng, đăng ký thương hiệu (mức theo quy định cũ, cần kiểm tra)',
        rate: 50,
        cap: 35,
        unit: 'một thương hiệu',
      }),
    ],
    recurrence: 'always',
    blocks: [
      OLD_LEVEL,
      p('Các hộ trong một làng nghề nên đăng ký chung một nhãn hiệu tập thể để giảm chi phí.'),
    ],
    steps: [
      { title: 'Trao đổi', detail: 'Mang sản phẩm và bao bì đang dùng đến Trung tâm.' },
      { title: 'Ký hợp đồng', detail: 'Với đơn vị tư vấn có năng lực do cơ sở chọn.' },
      { title: 'Nghiệm thu', detail: 'Khi có đơn đăng ký được chấp nhận hợp lệ.' },
    ],
    formKeys: ['mau-don'],
    basis: ['nd-45', 'ttlt-26'],
    contacts: [ADVICE_OFFICE],
  }),
  programmeItem('tu-van', {
    title: 'Tư vấn lập dự án, tổ chức sản xuất và quản lý',
    summary: 'Chuyên gia cùng cơ sở tính lại bài toán đầu tư, bố trí xưởng, sổ sách và giá thành.',
    activity: '5',
    beneficiaries: [...RURAL],
    support: [
      support('ttlt-26', {
        item: 'Chi phí thuê tư vấn (mức theo quy định cũ, cần kiểm tra)',
        rate: 50,
        cap: 35,
        unit: 'một cơ sở',
      }),
    ],
    recurrence: 'always',
    blocks: [p('Buổi tư vấn đầu tiên tại Trung tâm không thu phí và không cần hồ sơ.'), OLD_LEVEL],
    steps: [
      { title: 'Đặt lịch', detail: 'Gọi Phòng Tư vấn, nói rõ việc đang vướng.' },
      { title: 'Khảo sát', detail: 'Cán bộ đến xưởng một buổi.' },
      { title: 'Nhận khuyến nghị', detail: 'Bản khuyến nghị kèm thứ tự việc nên làm.' },
    ],
    basis: ['nd-45', 'ttlt-26'],
    contacts: [ADVICE_OFFICE],
  }),
]
