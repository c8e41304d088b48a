import { describe, expect, it } from 'vitest'
import { isHarmfulAddress, isLinkAddress, isSitePath, isWebAddress } from '#shared/link-address.ts'

const TRICKS = [
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'https:\\evil.example',
  'https:///',
  'https://a b',
]

describe('an address of a link', () => {
  it.each(TRICKS)('never leads elsewhere than it says: %j', (address) => {
    expect([isLinkAddress(address), isWebAddress(address), isSitePath(address)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('may be on the web, on this site, in the page, of mail or telephone', () => {
    const good = [
      'https://dichvucong.gov.vn/tìm?q=gốm#đầu',
      'HTTP://x.vn',
      '/van-ban',
      '/',
      '/tim-kiem?q=a//b',
      '#muc-2',
      'mailto:a@x.vn',
      'tel:+84211',
    ]
    expect(good.filter((address) => !isLinkAddress(address))).toEqual([])
  })

  it('on the web is full, with its scheme and host', () => {
    expect(['https://x.vn', 'http://x.vn/a?b'].every(isWebAddress)).toBe(true)
    expect(['x.vn', '/a', 'ftp://x.vn', 'mailto:a@x.vn', 'https://'].some(isWebAddress)).toBe(false)
  })
})

describe('an address that is being typed', () => {
  it('does no harm while it may still become one of the web', () => {
    const typed = ['', 'h', 'http', 'https', 'https:', 'https:/', 'https://', 'www.x', 'x.vn/a']
    expect(typed.filter(isHarmfulAddress)).toEqual([])
  })

  it('does harm once it names another scheme or host, or a character that is misread', () => {
    expect(['javascript:', '//x', 'data:text/html', 'a\tb', 'a\\b'].every(isHarmfulAddress)).toBe(
      true,
    )
  })
})
