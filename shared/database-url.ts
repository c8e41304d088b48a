/** What a database URL says, read without opening it. Nothing here ever gives a password away. */

export type DatabaseKindName = 'sqlite' | 'mongodb'

/** Which kind of database a URL names: `file:…` is SQLite, everything else a MongoDB server. */
export function databaseKind(url: string): DatabaseKindName {
  return url.startsWith('file:') ? 'sqlite' : 'mongodb'
}

/** The database as it may be shown and logged: no user, no password, no query. */
export function databaseLabel(url: string): string {
  // An unescaped "?" or "/" in a password must not split it: all up to the last "@" goes.
  return url.replace(/\/\/.*@/s, '//').replace(/\?.*$/s, '')
}

/** The URL with `***` for its password, as an operator may be shown it to complete. */
export function maskedUrl(url: string): string {
  return url.replace(/(\/\/[^:@/]*):.*@/s, '$1:***@')
}

/**
 * What is wrong with a database URL: one sentence with what to do, without the password.
 * @returns `null` where it can be tried
 */
export function databaseUrlProblem(url: string): string | null {
  if (url.startsWith('file:')) return fileProblem(url.slice('file:'.length))
  const match = /^(mongodb(?:\+srv)?):\/\/(.*)$/s.exec(url)
  if (!match) {
    return (
      'DATABASE_URL begins with neither "file:" nor "mongodb://" nor "mongodb+srv://". ' +
      'Set file:data/portal.db, or mongodb://HOST/NAME, or leave it out.'
    )
  }
  const [, scheme = '', rest = ''] = match
  return serverProblem(scheme, rest)
}

function fileProblem(path: string): string | null {
  if (path === '' || path.endsWith('/')) {
    return 'DATABASE_URL names no file after "file:". Set file:data/portal.db or leave it out.'
  }
  if (path.includes(':memory:') || /[?#]/.test(path)) {
    return 'DATABASE_URL must name a plain file, which two processes share. Set file:data/portal.db.'
  }
  return null
}

function serverProblem(scheme: string, rest: string): string | null {
  // The last "@" of all: what stands before it is never shown, whatever it holds.
  const at = rest.lastIndexOf('@')
  const login = at < 0 ? null : rest.slice(0, at)
  const [address, query = ''] = splitOnce(rest.slice(at + 1), '?')
  const [hosts, database = ''] = splitOnce(address, '/')
  return (
    loginProblem(login, query) ??
    hostsProblem(scheme, hosts) ??
    nameProblem(`${scheme}://${hosts}`, database)
  )
}

function loginProblem(login: string | null, query: string): string | null {
  if (login === null) return null
  if (/[@/?#[\]\s]/.test(login) || /:.*:|%(?![\da-f]{2})/i.test(login)) {
    return (
      'DATABASE_URL has a user name or password with a character that must be written as a code: ' +
      '@ as %40, : as %3A, / as %2F, ? as %3F, # as %23, % as %25.'
    )
  }
  const [user, password] = splitOnce(login, ':')
  const needsNone = /(^|&)authMechanism=(MONGODB-X509|MONGODB-AWS|GSSAPI)/i.test(query)
  if (!user || (!password && !needsNone)) {
    return 'DATABASE_URL has half a log-in before the "@". Set USER:PASSWORD@HOST, or leave both out.'
  }
  return null
}

function hostsProblem(scheme: string, hosts: string): string | null {
  const list = hosts.split(',')
  if (list.some((host) => !/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host))) {
    return `DATABASE_URL names no proper host ("${hosts}"). Set mongodb://HOST:PORT/NAME.`
  }
  if (scheme === 'mongodb+srv' && (list.length > 1 || hosts.includes(':'))) {
    return `DATABASE_URL is mongodb+srv with "${hosts}": that form takes one host without a port.`
  }
  return null
}

/** Names that MongoDB takes: 1–63 bytes, none of / \ . space " $ * < > : | ? */
function nameProblem(label: string, database: string): string | null {
  if (database === '') {
    return `DATABASE_URL (${label}) names no database. Add one behind the host, like /portal.`
  }
  if (database.length > 63 || /[/\\. "$*<>:|?%]/.test(database)) {
    return `DATABASE_URL names the database "${database}", which MongoDB does not take. Use a plain word, like portal.`
  }
  return null
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + separator.length)]
}
