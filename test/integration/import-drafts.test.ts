import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeDraft } from '#cms/import/drafts.ts'
import { importFile } from '#cms/import/read.ts'
import { buildCategory, buildDocument } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

async function store(name: string, content: string) {
  const path = join(portal.dataDir, name)
  await writeFile(path, content)
  const stored = await storeDraft(portal.payload, await importFile(path))
  const { collection, id } = stored
  return {
    ...stored,
    doc: await portal.payload.findByID({ collection, id, draft: true, depth: 0 }),
  }
}

const NEWS = `Nghề gốm
Làng gốm Châu Thành đón lò điện mới sau ba tháng chạy thử

Hợp tác xã đã chuyển hẳn sang lò điện, giảm một nửa chi phí nhiên liệu và không còn khói.

Bước tiếp theo

Theo 312/QĐ-SCT, năm hộ nữa sẽ đổi lò:

- hộ ông An;
+ lò nhỏ;
- hộ bà Bình.

https://cu.songchau.example.vn/tep/quyet-dinh.pdf

Tác giả: Ngọc Lan`

describe('storing what was imported', () => {
  it('makes a draft of news that lacks nothing the file gave', async () => {
    const category = await buildCategory(portal.payload, { title: 'Nghề gốm' })
    const cited = await buildDocument(portal.payload, { number: '312/QĐ-SCT' })
    const { collection, isNew, doc } = await store('gom.txt', NEWS)
    expect({ collection, isNew }).toEqual({ collection: 'news', isNew: true })
    expect(doc).toMatchObject({
      _status: 'draft',
      title: 'Làng gốm Châu Thành đón lò điện mới sau ba tháng chạy thử',
      summary: expect.stringMatching(/^Hợp tác xã đã chuyển hẳn/),
      author: 'Ngọc Lan',
      category: category.id,
      relatedDocuments: [cited.id],
      pendingAttachments: [{ url: 'https://cu.songchau.example.vn/tep/quyet-dinh.pdf' }],
      importNotes: '- Không thấy ngày đăng.',
    })
  })

  it('keeps headings and nested lists, and does not repeat the summary', async () => {
    const { doc } = await store('gom-2.txt', `${NEWS}\n`)
    const nodes = (doc as { body: { root: { children: { type: string; tag?: string }[] } } }).body
      .root.children
    expect(nodes.map(({ type, tag }) => tag ?? type)).toEqual(['h2', 'paragraph', 'ul'])
    expect(JSON.stringify(nodes[2])).toMatch(/hộ ông An;.*lò nhỏ;.*hộ bà Bình\./)
  })

  it('makes a draft of a document with its relations', async () => {
    const replaced = await buildDocument(portal.payload, { number: '5/KH-SCT' })
    const { collection, doc } = await store(
      'ke-hoach.txt',
      `Kế hoạch số 9/KH-SCT ngày 3/4/2026 của Sở Công Thương về việc tập huấn sản xuất sạch hơn

Kế hoạch này thay thế Kế hoạch số 5/KH-SCT ngày 2/2/2026 và bãi bỏ Kế hoạch số 4/KH-SCT.`,
    )
    expect(collection).toBe('documents')
    expect(doc).toMatchObject({
      _status: 'draft',
      kind: 'ke-hoach',
      number: '9/KH-SCT',
      abstract: 'Tập huấn sản xuất sạch hơn',
      issuers: ['Sở Công Thương'],
      issuedAt: '2026-04-03',
      relations: [
        { relation: 'thay-the', target: replaced.id, citation: '5/KH-SCT ngày 02/02/2026' },
        { relation: 'bai-bo', citation: '4/KH-SCT' },
      ],
    })
  })

  it('does not store the same content twice, also under another name', async () => {
    const text = 'Tin thử\n\nMột đoạn văn đủ dài để thành nội dung của một tin thử nghiệm.'
    const first = await store('tin.txt', text)
    const second = await store('tin-khac.txt', text)
    expect(second).toMatchObject({ id: first.id, isNew: false })
  })

  it('shows drafts to nobody outside', async () => {
    const { id } = await store(
      'kin.txt',
      'Tin kín\n\nNội dung này chưa ai ngoài ban biên tập được đọc.',
    )
    const { docs } = await portal.payload.find({
      collection: 'news',
      where: { id: { equals: id } },
      overrideAccess: false,
    })
    expect(docs).toEqual([])
  })
})
