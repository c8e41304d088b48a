import { expect, it } from 'vitest'
import { plainCharacters } from '#shared/plain-characters.ts'

it('a text loses what nobody sees and what turns it around', () => {
  expect(plainCharacters('Lò gốm\u0000 Mây\u0007 Núi\u009F\u001B')).toBe('Lò gốm Mây Núi')
  expect(plainCharacters('Báo cáo\u202Efdp.exe\u202C \u2066x\u2069')).toBe('Báo cáofdp.exe x')
})

it('lines, letters, marks and joined signs stay', () => {
  const text = 'Một\n\thai\r\n“ủy ban” 👩‍🏭 e\u0301\u2028'
  expect(plainCharacters(text)).toBe(text)
})
