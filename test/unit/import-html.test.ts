import { describe, expect, it } from 'vitest'
import { bodyHtml } from '#cms/import/body-html.ts'
import { htmlToLines } from '#cms/import/html-lines.ts'
import { bodyText } from '#cms/import/plain-text.ts'
import { recognise } from '#cms/import/recognise.ts'

function read(html: string) {
  const { lines, facts } = htmlToLines(html)
  return recognise(lines, facts).record
}

const PAGE = `<!doctype html><html><head><title>Gốm vào siêu thị - Cổng Sở Công Thương</title>
<meta property="og:url" content="https://cu.songchau.example.vn/tin/gom.html">
<meta property="article:published_time" content="2026-02-03T09:15:00+07:00"></head><body>
<header><nav><a href="/">Trang chủ</a></nav></header>
<ol class="breadcrumb"><li>Trang chủ</li><li>Thương mại</li><li>Gốm vào siêu thị</li></ol>
<article><h1>Gốm vào siêu thị</h1>
<p><strong>Mười hai mặt hàng gốm đã lên kệ từ tháng 2, sau nửa năm sửa mẫu mã và bao bì.</strong></p>
<p onclick="x()">Mỗi cơ sở được <b>35&nbsp;triệu đồng</b> và <a href="/huong-dan" onmouseover="x()">hướng dẫn</a> nhãn hiệu.</p>
<table><tr><td><img src="/anh/gom.jpg" onerror="x()"></td></tr><tr><td><em>Kệ gốm tại siêu thị</em></td></tr></table>
<h2>Ba việc đã làm</h2>
<ul><li>Sửa mẫu:<ul><li>bình <i>men tro</i>;</li><li>chén;</li></ul></li><li>Đổi bao bì</li></ul>
<p>- Gạch gõ tay<br>+ Dòng con</p>
<p><b>Kết quả ban đầu</b></p>
<p>Doanh số tháng đầu đạt 210 triệu đồng, theo báo cáo của bốn siêu thị gửi Trung tâm.</p>
<table><tr><th>Mặt hàng</th><th>Số lượng</th></tr><tr><td>Bình</td><td>120</td></tr></table>
<blockquote>Khách nhìn bao bì trước.</blockquote>
<p><a href="/tep/QD%2077.pdf">Quyết định 77</a></p>
<p style="text-align: right">Hồng Lam</p></article>
<div class="share">Zalo</div><form><input><label>Ý kiến</label></form><footer>© 2026</footer></body></html>`

describe('a page of an old portal', () => {
  const record = read(PAGE)

  it('gives its facts from text, head and breadcrumb', () => {
    expect(record).toMatchObject({
      type: 'news',
      title: 'Gốm vào siêu thị',
      category: 'Thương mại',
      publishedAt: '2026-02-03T09:15:00+07:00',
      byline: 'Hồng Lam',
      captions: ['Kệ gốm tại siêu thị'],
      attachments: ['https://cu.songchau.example.vn/tep/QD%2077.pdf'],
      pictures: ['https://cu.songchau.example.vn/anh/gom.jpg'],
    })
  })

  it('keeps structure and inline marks, and nothing of the frame', () => {
    expect(bodyHtml(record.body)).toBe(
      [
        '<p><strong>Mười hai mặt hàng gốm đã lên kệ từ tháng 2, sau nửa năm sửa mẫu mã và bao bì.</strong></p>',
        '<p>Mỗi cơ sở được <strong>35 triệu đồng</strong> và <a href="https://cu.songchau.example.vn/huong-dan">hướng dẫn</a> nhãn hiệu.</p>',
        '<h2>Ba việc đã làm</h2>',
        '<ul><li>Sửa mẫu:<ul><li>bình <em>men tro</em>;</li><li>chén;</li></ul></li><li>Đổi bao bì</li></ul>',
        '<ul><li>Gạch gõ tay<ul><li>Dòng con</li></ul></li></ul>',
        '<h2>Kết quả ban đầu</h2>',
        '<p>Doanh số tháng đầu đạt 210 triệu đồng, theo báo cáo của bốn siêu thị gửi Trung tâm.</p>',
        '<table><tr><th>Mặt hàng</th><th>Số lượng</th></tr><tr><td>Bình</td><td>120</td></tr></table>',
        '<blockquote>Khách nhìn bao bì trước.</blockquote>',
        '<p><a href="https://cu.songchau.example.vn/tep/QD%2077.pdf">Quyết định 77</a></p>',
      ].join('\n'),
    )
  })
})

describe('hostile markup', () => {
  it.each([
    '<a href="javascript:alert(1)">đọc</a>',
    '<a href=" JaVa\tscript:alert(1)">đọc</a>',
    '<a href="&#106;avascript:alert(1)">đọc</a>',
    '<a href="data:text/html,x">đọc</a>',
    '<a href="vbscript:x">đọc</a>',
    '<span onclick="alert(1)" style="x:y">đọc</span>',
    'đọc<script>alert(1)</script><style>p{}</style>',
    'đọc<iframe src="https://x.example"></iframe><object data="x"></object>',
    'đọc<svg onload="alert(1)"><a href="javascript:x">z</a></svg>',
    'đọc<img src="x" onerror="alert(1)">',
    'đọc<template><b>x</b></template><!-- <b>y</b> -->',
  ])('leaves the text alone of %j', (inner) => {
    const record = read(`<html><body><h1>Bài thử</h1><p>Hãy ${inner} ngay.</p></body></html>`)
    expect(bodyHtml(record.body).replace(/\s+/g, ' ')).toMatch(
      /^<p>Hãy đọc ?ngay\.<\/p>$|^<p>Hãy đọc<\/p> <p>ngay\.<\/p>$/,
    )
  })

  it('writes signs of markup in a text as text', () => {
    const record = read(
      '<html><body><h1>Bài thử</h1><p>a &lt;script&gt;x&lt;/script&gt; b</p></body></html>',
    )
    expect(bodyHtml(record.body)).toBe('<p>a &lt;script&gt;x&lt;/script&gt; b</p>')
  })

  it('reads a thousand nested elements', () => {
    const record = read(
      `<html><body><h1>Bài thử</h1>${'<div>'.repeat(1000)}Chữ ở sâu.${'</div>'.repeat(1000)}</body></html>`,
    )
    expect(bodyText(record.body)).toBe('Chữ ở sâu.')
  })

  it('refuses elements nested by the ten thousand, but not as many that follow each other', () => {
    expect(() => read('<div>'.repeat(10_000))).toThrow('lồng nhau quá sâu')
    expect(() => read(`<h1>Bài</h1>${'<p>Dòng<br>'.repeat(3_000)}`)).not.toThrow()
  })
})

describe('a paper in a page', () => {
  it('reads letterhead and signature out of layout tables', () => {
    const record = read(`<html><body>
<table><tr><td><p>SỞ CÔNG THƯƠNG SÔNG CHÂU</p><p>Số: 9/KH-SCT</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p><p>Sông Châu, ngày 3 tháng 4 năm 2026</p></td></tr></table>
<p>KẾ HOẠCH</p><p>Tập huấn sản xuất sạch hơn</p><p>Mở hai lớp trong quý II cho 60 cơ sở.</p>
<table><tr><td><p>Nơi nhận:</p><p>- UBND tỉnh;</p><p>- Lưu: VT.</p></td><td><p>GIÁM ĐỐC</p><p>Trần Văn Phú</p></td></tr></table></body></html>`)
    expect(record).toMatchObject({
      type: 'document',
      number: '9/KH-SCT',
      issuedAt: '2026-04-03',
      title: 'Kế hoạch tập huấn sản xuất sạch hơn',
      signer: 'Trần Văn Phú',
      signerTitle: 'Giám đốc',
      recipients: ['UBND tỉnh', 'Lưu: VT'],
    })
    expect(bodyText(record.body)).toBe('Mở hai lớp trong quý II cho 60 cơ sở.')
  })
})
