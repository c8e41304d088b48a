import { describe, expect, test } from 'vitest'
import { auditedNetwork } from '#cms/audit/network.ts'
import { resetMail } from '#cms/mail/reset-mail.ts'
import { ConfigError, readConfig } from '#shared/config.ts'

const settings = (SMTP_URL?: string, MAIL_FROM?: string) =>
  readConfig({ PAYLOAD_SECRET: 'x'.repeat(32), SMTP_URL, MAIL_FROM })

describe('settings of mail', () => {
  test('are none where nothing is said', () => {
    expect(settings().mail).toBeNull()
    expect(settings('', ' ').mail).toBeNull()
  })

  test.each([
    ['a@example.vn', 'Cổng thông tin khuyến công', 'a@example.vn'],
    ['Khuyến công <a@example.vn>', 'Khuyến công', 'a@example.vn'],
    ['"Khuyến công" <a@example.vn>', 'Khuyến công', 'a@example.vn'],
    ['<a@example.vn>', 'Cổng thông tin khuyến công', 'a@example.vn'],
  ])('take the sender %s', (text, name, address) => {
    expect(settings('smtp://mail.example.vn', text).mail?.from).toEqual({ name, address })
  })

  test.each([
    ['smtp://mail.example.vn', '', 'MAIL_FROM is missing'],
    ['', 'a@example.vn', 'SMTP_URL is missing'],
    ['mail.example.vn', 'a@example.vn', 'SMTP_URL is not clear'],
    ['http://u:bi-mat@mail.example.vn', 'a@example.vn', 'SMTP_URL is not clear'],
    ['smtp://u:bi-mat%zz@mail.example.vn', 'a@example.vn', 'SMTP_URL is not clear'],
    ['smtp://u:bi-mat/x@mail.example.vn:port', 'a@example.vn', 'SMTP_URL is not clear'],
    ['smtp://u:bi-mat@', 'a@example.vn', 'SMTP_URL is not clear'],
    ['smtp://u:bi-mat@mail.example.vn', 'Tên không có địa chỉ', 'MAIL_FROM is "Tên'],
    ['smtp://u:bi-mat@mail.example.vn', 'a@x\r\nBcc: b@y', 'MAIL_FROM is'],
    ['smtp://u:bi-mat@mail.example.vn', 'a@example.vn, b@example.vn', 'MAIL_FROM is'],
  ])('%s with %s end the start, without the password', (url, from, problem) => {
    const read = () => settings(url, from)
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(problem)
    expect(read).not.toThrow(/bi-mat/)
  })
})

test('the mail to who forgot the password has the link, and until when it is good', () => {
  const { text, subject } = resetMail('Lê Thị Hà', 'https://quantri.example.vn', 'abc')
  expect(subject).toBe('Đặt mật khẩu mới cho tài khoản quản trị')
  expect(text).toContain('\nhttps://quantri.example.vn/admin/reset/abc\n')
  expect(text).toMatch(/^Chào Lê Thị Hà,\n[^]*trong 1 giờ/)
})

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::/64', '2001:db8:1:2::/64'],
  ['', null],
])('the log of the system keeps of %s the network %s', (address, network) => {
  expect(auditedNetwork(address)).toBe(network)
})
