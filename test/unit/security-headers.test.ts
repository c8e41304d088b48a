import { expect, test } from 'vitest'
import { readConfig } from '#shared/config.ts'
import { securityHeaders } from '#site/server/headers.ts'

const headersAt = (publicUrl: string) =>
  new Map(securityHeaders(readConfig({ PAYLOAD_SECRET: 'x'.repeat(32), SITE_URL: publicUrl })))

test('behind https, browsers are told to stay there; without it they are not locked out', () => {
  const name = 'strict-transport-security'
  expect(headersAt('https://khuyencong.example.vn').get(name)).toBe('max-age=31536000')
  expect(headersAt('http://khuyencong.example.vn').has(name)).toBe(false)
})
