import { createHash } from 'node:crypto'
import type { FinishedResponse, Header } from './exchange.ts'

/** Statuses for which the server itself has a page, with nothing behind it. */
export type ErrorStatus = keyof typeof TEXTS

/**
 * A complete page that needs no database, no worker and no other file.
 * @param form markup of a form of this site, below the advice
 */
export function errorPage(
  status: ErrorStatus,
  extra: readonly Header[] = [],
  form = '',
): FinishedResponse {
  const [title, advice] = TEXTS[status]
  return {
    status,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['content-security-policy', policy(form ? "'self'" : "'none'")],
      ['cache-control', 'no-store'],
      ['x-robots-tag', 'noindex'],
      ...(status === 503 ? RETRY : []),
      ...extra,
    ],
    body: new TextEncoder().encode(markup(title, advice, form)),
    tags: [],
    expiresAt: null,
  }
}

const TEXTS = {
  400: [
    'Địa chỉ không hợp lệ',
    'Địa chỉ bạn mở có chỗ sai. Hãy kiểm tra lại, hoặc tìm từ trang chủ.',
  ],
  403: [
    'Không xem được trang này',
    'Liên kết đã hết hạn hoặc không dành cho bạn. Nếu bạn là biên tập viên, hãy mở lại bản xem trước từ trang quản trị.',
  ],
  404: ['Không tìm thấy', 'Nội dung này không có, hoặc đã được gỡ. Hãy tìm từ trang chủ.'],
  405: [
    'Thao tác không được hỗ trợ',
    'Trang này không nhận yêu cầu kiểu đó. Hãy quay lại trang chủ.',
  ],
  408: ['Gửi quá lâu', 'Máy chủ không nhận đủ dữ liệu trong thời gian cho phép. Hãy thử gửi lại.'],
  409: [
    'Chưa xem trước được',
    'Bản nháp chưa có tiêu đề nên chưa có đường dẫn. Hãy nhập tiêu đề rồi mở lại bản xem trước.',
  ],
  412: [
    'Nội dung đã thay đổi',
    'Nội dung ở địa chỉ này không còn là bản mà yêu cầu nêu. Hãy tải lại từ đầu.',
  ],
  413: ['Nội dung gửi quá lớn', 'Hãy quay lại, rút ngắn nội dung rồi gửi lại.'],
  414: ['Địa chỉ quá dài', 'Địa chỉ bạn mở quá dài. Hãy rút ngắn từ khóa, hoặc tìm từ trang chủ.'],
  417: ['Yêu cầu không được hỗ trợ', 'Trình duyệt đòi điều mà máy chủ không làm được.'],
  429: [
    'Quá nhiều yêu cầu',
    'Bạn gửi quá nhiều yêu cầu trong thời gian ngắn. Hãy thử lại sau ít phút.',
  ],
  431: [
    'Yêu cầu quá dài',
    'Phần đầu của yêu cầu quá dài. Hãy xóa cookie của trang này rồi mở lại.',
  ],
  500: ['Trang đang gặp lỗi', 'Chúng tôi đã ghi nhận lỗi này. Hãy thử lại sau ít phút.'],
  503: [
    'Trang đang khởi động hoặc quá tải',
    'Hãy thử lại sau ít giây. Xin lỗi vì sự bất tiện này.',
  ],
} as const satisfies Record<number, readonly [title: string, advice: string]>

const RETRY: readonly Header[] = [['retry-after', '5']]

const STYLE = `:root{color-scheme:light dark}
body{font:1.0625rem/1.65 "Be Vietnam Pro","Noto Sans",system-ui,sans-serif;max-width:38rem;margin:15vh auto;padding:0 1.25rem}
h1{font-size:1.75rem;line-height:1.36}
a{display:inline-block;padding:.6rem 0}
label{display:block;font-weight:600}
textarea{box-sizing:border-box;width:100%;font:inherit;padding:.4rem}
button{font:inherit;padding:.6rem 1.25rem}`

/** The one inline style is allowed by its hash, so the page needs no other file. */
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

function policy(formAction: string): string {
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action ${formAction}; frame-ancestors 'self'`
}

function markup(title: string, advice: string, form: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${advice}</p>
${form}<p><a href="/">Về trang chủ</a></p>
</main>
</body>
</html>
`
}
