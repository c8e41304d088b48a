import { describe, expect, test } from 'vitest'
import { databaseKind, databaseLabel, databaseUrlProblem, maskedUrl } from '#shared/database-url.ts'

describe('addresses that can be tried', () => {
  test.each([
    ['file:data/portal.db', 'sqlite'],
    ['file:/var/lib/portal/portal.db', 'sqlite'],
    ['mongodb://localhost/portal', 'mongodb'],
    ['mongodb://[::1]:27017/portal', 'mongodb'],
    ['mongodb://u:p%40ss@a:27017,b:27017,c:27017/portal?replicaSet=rs0&tls=true', 'mongodb'],
    ['mongodb+srv://u:p@cluster.example.net/portal', 'mongodb'],
    ['mongodb://CN=portal@db.example.vn/portal?authMechanism=MONGODB-X509', 'mongodb'],
  ])('%s', (url, kind) => {
    expect(databaseUrlProblem(url)).toBeNull()
    expect(databaseKind(url)).toBe(kind)
  })
})

describe('addresses that stop the start', () => {
  test.each([
    ['postgres://localhost/portal', 'neither'],
    ['file:', 'names no file'],
    ['file:data/', 'names no file'],
    ['file::memory:', 'plain file'],
    ['file:data/portal.db?mode=ro', 'plain file'],
    ['mongodb://localhost', 'names no database'],
    ['mongodb://localhost/', 'names no database'],
    ['mongodb://localhost/?replicaSet=rs0', 'names no database'],
    ['mongodb:///portal', 'no proper host'],
    ['mongodb://a b/portal', 'no proper host'],
    ['mongodb://user@localhost/portal', 'half a log-in'],
    ['mongodb://:secret@localhost/portal', 'half a log-in'],
    ['mongodb+srv://cluster.example.net:27017/portal', 'one host without a port'],
    ['mongodb+srv://a.example.net,b.example.net/portal', 'one host without a port'],
    ['mongodb://localhost/por tal', 'does not take'],
  ])('%s: %s', (url, words) => {
    expect(databaseUrlProblem(url)).toContain(words)
  })

  test.each(['p@ss', 'p/ss', 'p:ss', 'p?ss', 'p#ss', 'p%ss', 'p@s/s?w#o:r%d'])(
    'a password %s that is not written in codes is named as the cause',
    (password) => {
      expect(databaseUrlProblem(`mongodb://user:${password}@localhost/portal`)).toContain('%40')
    },
  )
})

describe('what is shown of an address', () => {
  // Every odd character in every place, as it is and written in codes.
  const odd = [...'@/?#:% []&=+$,;']
  const passwords = odd.flatMap((a) => odd.map((b) => `geheim${a}tief${b}ernst`))

  test('never holds a part of the password', () => {
    for (const password of passwords) {
      for (const written of [password, encodeURIComponent(password)]) {
        const url = `mongodb://user:${written}@db.example.vn/portal?replicaSet=rs0`
        const texts = [databaseLabel(url), maskedUrl(url), databaseUrlProblem(url) ?? '']
        expect(texts.join(' '), url).not.toMatch(/geheim|tief|ernst/)
      }
    }
  })

  test('is host and database; the address to complete keeps user and options', () => {
    const url = 'mongodb://user:p%40ss@a:27017,b:27017/portal?replicaSet=rs0'
    expect(databaseLabel(url)).toBe('mongodb://a:27017,b:27017/portal')
    expect(maskedUrl(url)).toBe('mongodb://user:***@a:27017,b:27017/portal?replicaSet=rs0')
    expect(maskedUrl('mongodb://localhost/portal')).toBe('mongodb://localhost/portal')
  })
})
