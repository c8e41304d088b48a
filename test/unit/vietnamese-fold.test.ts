import { describe, expect, it } from 'vitest'
import { fold, foldNumber } from '#shared/vietnamese/fold.ts'
import { slugify } from '#shared/vietnamese/slug.ts'

describe('fold', () => {
  it('drops marks and case, and writes đ as d', () => {
    expect(fold('Trung tâm KHUYẾN CÔNG Điện Bàn')).toBe('trung tam khuyen cong dien ban')
  })
  it('gives the same for composed and decomposed letters', () => {
    const text = 'Nghị định về hỗ trợ cơ sở ở nông thôn'
    expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
  })
  it('treats every white space alike and drops invisible characters', () => {
    expect(fold(' gốm\u00A0\t sứ\u200B\n')).toBe('gom su')
  })
})

describe('foldNumber', () => {
  it('ignores stray spaces, line breaks and the sort of dash', () => {
    for (const written of ['41- NQ/TW', '41-NQ/TW', '41 –\nNQ / TW', '41-nq/tw'])
      expect(foldNumber(written)).toBe('41-nq/tw')
  })
  it('folds đ in abbreviations', () => {
    expect(foldNumber('812/QĐ-UBND')).toBe('812/qd-ubnd')
  })
})

describe('slugify', () => {
  it('makes an address of a title', () => {
    expect(slugify('Đề án số 15/KH: hỗ trợ “máy gốm”!')).toBe('de-an-so-15-kh-ho-tro-may-gom')
  })
  it('cuts at the end of a word', () => {
    expect(slugify('một hai ba bốn', { maxLength: 9 })).toBe('mot-hai')
    expect(slugify('một hai ba bốn', { maxLength: 7 })).toBe('mot-hai')
  })
  it('cuts a single long word hard', () => {
    expect(slugify('a'.repeat(200), { maxLength: 10 })).toBe('a'.repeat(10))
  })
  it('uses the fallback for a title without letters', () => {
    expect(slugify('… !!! …', { fallback: 'tin' })).toBe('tin')
    expect(slugify('')).not.toBe('')
  })
})
