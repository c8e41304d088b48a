import { expect, test } from 'vitest'
import { escapeXml, textElement } from '#shared/xml.ts'

test('text is escaped', () => {
  expect(textElement('title', `Gốm & "lụa" <b>'`)).toBe(
    '<title>Gốm &amp; &quot;lụa&quot; &lt;b&gt;&apos;</title>',
  )
})

test('what XML cannot hold is left out', () => {
  expect(escapeXml('a\u0000b\u0007c\u{FFFE}d\uD800e\tf\u{1F4A1}')).toBe('abcde\tf\u{1F4A1}')
})
