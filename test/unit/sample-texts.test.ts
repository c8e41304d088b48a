import { getDocumentProxy, extractText } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { samplePapers } from '#cms/sample/content/documents/index.ts'
import { sampleGlobals } from '#cms/sample/content/globals.ts'
import { sampleClock } from '#cms/sample/sample-clock.ts'
import { sampleId } from '#cms/sample/sample-item.ts'
import { sampleStages } from '#cms/sample/stages.ts'
import { p } from '#cms/sample/text/blocks.ts'

const UUID = /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/
const clock = sampleClock(new Date('2026-11-22T03:00:00Z'))
const stages = sampleStages(clock)
const items = stages.flatMap(({ collection, items }) =>
  items.map((item) => ({ ...item, collection, id: sampleId(collection, item.key) })),
)

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!value || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsIn)
}

describe('the texts of the sample', () => {
  it('name every item once', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  })

  it('refer to items of the sample alone', () => {
    const known = new Set(items.map(({ id }) => id))
    const referred = textsIn([items.map(({ data }) => data), sampleGlobals(clock)])
    expect(referred.filter((text) => UUID.test(text) && !known.has(text))).toEqual([])
  })

  it('are clean: composed letters, single spaces, no mark-up left over', () => {
    const texts = items.flatMap(({ data }) => textsIn(data))
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([])
    expect(texts.filter((text) => / {2}|\*\*|\]\(/u.test(text))).toEqual([])
  })

  it('are never dated later than today', () => {
    const dates = items.flatMap(({ writtenAt }) => writtenAt ?? [])
    expect(dates.filter((date) => new Date(date) > clock.now)).toEqual([])
    expect(dates.length).toBeGreaterThan(30)
  })

  it('offer programmes that are open, about to open, closed and open all year', () => {
    const programmes = items.flatMap((item) => (item.collection === 'programmes' ? item.data : []))
    const states = programmes.map((data) => {
      const { opens, closes } = data as { opens?: string; closes?: string }
      if (!closes) return 'always'
      if (opens && opens > clock.day(0)) return 'upcoming'
      return closes < clock.day(0) ? 'closed' : 'open'
    })
    expect(new Set(states)).toEqual(new Set(['always', 'upcoming', 'closed', 'open']))
  })
})

describe('a paper of the sample', () => {
  it('is a PDF file whose text comes back letter by letter', async () => {
    const paper = samplePapers(clock).find(({ key }) => key === 'tb-ho-so')
    const upload = await paper?.upload?.()
    const pdf = await getDocumentProxy(new Uint8Array(upload?.data ?? []))
    const { text } = await extractText(pdf, { mergePages: true })
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(text).toContain('Nhận hồ sơ đề nghị hỗ trợ ứng dụng máy móc, thiết bị tiên tiến')
    expect(text).toContain('Sông Châu, ngày 15 tháng 11 năm 2026')
  })
})

describe('a line of sample text', () => {
  it('becomes words in bold and links to sample documents', () => {
    expect(p('Theo **khoản 1** của [Nghị định](documents:nd-45).')).toMatchObject({
      type: 'paragraph',
      children: [
        { text: 'Theo ', format: 0 },
        { text: 'khoản 1', format: 1 },
        { text: ' của ' },
        {
          type: 'link',
          fields: { doc: { relationTo: 'documents', value: sampleId('documents', 'nd-45') } },
          children: [{ text: 'Nghị định' }],
        },
        { text: '.' },
      ],
    })
  })
})
