import { expect, it } from 'vitest'
import { manyLines, oneLine } from '#shared/plain-characters.ts'

it('a text of one line loses what nobody sees and keeps its words apart', () => {
  expect(oneLine('Lò gốm\u0000 Mây\u0007 Núi\u009F')).toBe('Lò gốm Mây Núi')
  expect(oneLine('Báo cáo\u202Efdp.exe\u202C \u2066x\u2069')).toBe('Báo cáofdp.exe x')
  expect(oneLine('Dòng một\r\n\tdòng hai')).toBe('Dòng một dòng hai')
})

it('a longer text keeps its lines', () => {
  expect(manyLines('Một\n\thai\r\n\u0000ba\u202E')).toBe('Một\n\thai\r\nba')
})

it('letters, marks and joined signs stay', () => {
  const text = 'Điện lực – “ủy ban” 👩‍🏭 e\u0301'
  expect([oneLine(text), manyLines(text)]).toEqual([text, text])
})
