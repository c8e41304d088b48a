import { databaseUrlProblem } from './database-url.ts'

/**
 * The one reader of `process.env`: what the operator may set, typed, with defaults.
 * Every problem is reported at once, so that a start fails with one complete list.
 */

export interface Config {
  readonly production: boolean
  /** `file:…` (SQLite) or `mongodb://…`. May hold a password: never log it, use `databaseLabel`. */
  readonly databaseUrl: string
  readonly mongodb: MongodbSettings
  /** Signs sessions and preview links. */
  readonly secret: string
  /** Folder of what this machine keeps: embedded database, locks, backups; uploads unless told. */
  readonly dataDir: string
  /** Folder of what a web server may read too: nothing that is not public anyway. */
  readonly publicDir: string
  /** Name or number of the group that may read what is public; `null`: the process's own. */
  readonly publicGroup: string | null
  /** Folder of the uploads; what several machines share is set by FILES_DIR. */
  readonly filesDir: string
  /** Pictures and files with all sizes; served to signed-in editors alone. */
  readonly uploadsDir: string
  /**
   * What the public may fetch: `<publicFilesDir>/<id>/<name>`. Below `publicDir`, or below a folder
   * of uploads that is not `dataDir`: what several machines share, they publish once.
   */
  readonly publicFilesDir: string
  /** Finished pages of this machine's site. */
  readonly pagesDir: string
  /** `null` where no daily backup is wanted. */
  readonly dailyBackup: DailyBackup | null
  /** `null` where the portal sends no mail. */
  readonly mail: MailSettings | null
  /** Holds the one-time code for the first account while there is no account. */
  readonly firstAccountCodeFile: string
  readonly cms: Endpoint
  readonly site: Endpoint
  /** Addresses or CIDR ranges of proxies whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[]
  /** Who sends it may read /metrics of the site; `null` where the operator set none. */
  readonly metricsToken: string | null
  readonly limits: {
    /** Bytes. */
    readonly image: number
    /** Bytes. */
    readonly file: number
    /** Bytes of a public form. */
    readonly form: number
    /** Bytes of finished pages in memory. */
    readonly pageCache: number
    /** Bytes of finished pages on disk. */
    readonly pageFiles: number
  }
  /** Threads of the site that render pages. */
  readonly renderWorkers: number
  readonly logLevel: LogLevel
}

export interface MongodbSettings {
  /** Saves are transactions; needs a replica set. */
  readonly transactions: boolean
  /** `basic`: for servers that speak MongoDB's protocol without pipelines in look-ups and hints. */
  readonly compatibility: 'standard' | 'basic'
}

/** One archive a day, at a time of Vietnam, and how many are kept. */
export interface DailyBackup {
  readonly hour: number
  readonly minute: number
  readonly keep: number
}

export interface MailSettings {
  /** `smtp://` or `smtps://`. May hold a password: never log it. */
  readonly smtpUrl: string
  /** Whom mails come from. */
  readonly from: { readonly name: string; readonly address: string }
}

export interface Endpoint {
  readonly host: string
  readonly port: number
  /** True where the operator named the port: then a taken one stops the start. */
  readonly portIsFixed: boolean
  /** Origin that readers type, without a slash at the end. */
  readonly publicUrl: string
}

export type LogLevel = (typeof LOG_LEVELS)[number]
export type Environment = Readonly<Record<string, string | undefined>>

/** All settings that are wrong, one sentence each: what, why, what to do. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  /** The settings with defaults in place of what is wrong, to look for more problems with. */
  readonly config: Config | null
  constructor(problems: readonly string[], config: Config | null = null) {
    super(`The settings have ${problems.length} problem(s):\n- ${problems.join('\n- ')}`)
    this.name = 'ConfigError'
    this.problems = problems
    this.config = config
  }
}

/**
 * Settings from the environment.
 * @param env defaults to this process's environment
 * @throws ConfigError with every problem found
 */
export function readConfig(env: Environment = process.env): Config {
  const problems: string[] = []
  const text = (name: string, fallback: string) => env[name]?.trim() || fallback
  const number = (name: string, fallback: number, min: number, max: number) => {
    const raw = text(name, String(fallback))
    const value = Number(raw)
    if (Number.isInteger(value) && value >= min && value <= max) return value
    problems.push(`${name} is "${raw}". Set a whole number from ${min} to ${max}.`)
    return fallback
  }
  const choice = <Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word => {
    const value = text(name, words[0])
    const word = words.find((known) => known === value)
    if (!word) problems.push(`${name} is "${value}". Set one of ${words.join(', ')}.`)
    return word ?? words[0]
  }
  const endpoint = (prefix: 'CMS' | 'SITE', fallbackPort: number): Endpoint => {
    const port = number(`${prefix}_PORT`, fallbackPort, 1, 65_535)
    const host = text(`${prefix}_HOST`, '127.0.0.1')
    const publicUrl = text(`${prefix}_URL`, `http://localhost:${port}`).replace(/\/+$/, '')
    if (!isOrigin(publicUrl)) {
      problems.push(
        `${prefix}_URL is "${publicUrl}". Set an address without a path, like https://example.vn.`,
      )
    }
    return { host, port, portIsFixed: Boolean(env[`${prefix}_PORT`]?.trim()), publicUrl }
  }

  const dataDir = text('DATA_DIR', 'data')
  const filesDir = text('FILES_DIR', dataDir)
  const publicDir = text('PUBLIC_DIR', `${plain(dataDir)}-public`)
  const databaseUrl = text('DATABASE_URL', `file:${dataDir}/portal.db`)
  const urlProblem = databaseUrlProblem(databaseUrl)
  if (urlProblem) problems.push(urlProblem)
  const secret = text('PAYLOAD_SECRET', '')
  if (secret.length < 32) {
    problems.push(
      secret
        ? 'PAYLOAD_SECRET is shorter than 32 characters. Set a longer random one in .env.'
        : 'PAYLOAD_SECRET is missing. Set it in .env (see .env.example), or let `npm start` make one.',
    )
  }
  const dailyBackup = readDailyBackup(text('BACKUP_DAILY', ''))
  if (dailyBackup === 'unclear') {
    problems.push(
      `BACKUP_DAILY is "${text('BACKUP_DAILY', '')}". Set a time and how many to keep, like 02:30/14.`,
    )
  }
  const mail = readMail(text('SMTP_URL', ''), text('MAIL_FROM', ''), problems)
  const trustedProxies = text('TRUSTED_PROXIES', '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  for (const proxy of trustedProxies) {
    if (!/^[\da-fA-F.:]+(\/\d{1,3})?$/.test(proxy)) {
      problems.push(
        `TRUSTED_PROXIES holds "${proxy}". Set addresses or ranges, like 127.0.0.1 or 10.0.0.0/8.`,
      )
    }
  }
  const metricsToken = text('METRICS_TOKEN', '') || null
  if (metricsToken !== null && !/^[\w.~+/=-]{16,}$/.test(metricsToken)) {
    problems.push(
      'METRICS_TOKEN is shorter than 16 characters, or holds others than letters, digits and -._~+/=.',
    )
  }
  const config: Config = {
    production: env.NODE_ENV === 'production',
    databaseUrl,
    mongodb: {
      transactions: choice('MONGODB_TRANSACTIONS', ['on', 'off']) === 'on',
      compatibility: choice('MONGODB_COMPATIBILITY', ['standard', 'basic']),
    },
    secret,
    dataDir,
    publicDir,
    publicGroup: text('PUBLIC_GROUP', '') || null,
    filesDir,
    uploadsDir: `${filesDir}/uploads`,
    publicFilesDir: publicFilesOf(filesDir, { dataDir, publicDir }),
    pagesDir: `${publicDir}/pages`,
    mail,
    dailyBackup: dailyBackup === 'unclear' ? null : dailyBackup,
    firstAccountCodeFile: `${dataDir}/first-account-code`,
    cms: endpoint('CMS', 3000),
    site: endpoint('SITE', 4321),
    trustedProxies,
    metricsToken,
    limits: {
      image: number('IMAGE_LIMIT_MB', 20, 1, 200) * MEGABYTE,
      file: number('FILE_LIMIT_MB', 50, 1, 1_000) * MEGABYTE,
      form: 64 * 1024,
      pageCache: number('PAGE_CACHE_MB', 64, 4, 16_384) * MEGABYTE,
      pageFiles: number('PAGE_FILES_MB', 512, 0, 1_048_576) * MEGABYTE,
    },
    renderWorkers: number('RENDER_WORKERS', 1, 1, 16),
    logLevel: choice('LOG_LEVEL', LOG_LEVELS),
  }
  if (problems.length > 0) throw new ConfigError(problems, config)
  return config
}

/** Where the public files of a folder of uploads lie: `publicFilesDir` of {@link Config}. */
export function publicFilesOf(
  filesDir: string,
  { dataDir, publicDir }: Pick<Config, 'dataDir' | 'publicDir'>,
): string {
  return liesIn(filesDir, dataDir) ? `${publicDir}/files` : `${filesDir}/public-files`
}

/** The first one is the default. */
const LOG_LEVELS = ['info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent'] as const
const MEGABYTE = 1024 * 1024

function liesIn(path: string, folder: string): boolean {
  return `${plain(path)}/`.startsWith(`${plain(folder)}/`)
}

/** The path of a folder without detours: ".", ".." and slashes that say nothing. */
function plain(folder: string): string {
  const parts: string[] = []
  for (const part of folder.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `${folder.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.'
}

function readDailyBackup(text: string): DailyBackup | 'unclear' | null {
  if (text === '') return null
  const match = /^([01]?\d|2[0-3]):([0-5]\d)\/([1-9]\d{0,2})$/.exec(text)
  if (!match) return 'unclear'
  const [hour = 0, minute = 0, keep = 0] = match.slice(1).map(Number)
  return { hour, minute, keep }
}

/** Problems never repeat SMTP_URL, which may hold a password. */
function readMail(smtpUrl: string, mailFrom: string, problems: string[]): MailSettings | null {
  if (smtpUrl === '' && mailFrom === '') return null
  const url = URL.parse(smtpUrl)
  if (smtpUrl === '') {
    problems.push('SMTP_URL is missing beside MAIL_FROM. Set the mail server, or remove MAIL_FROM.')
  } else if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || hasBadEscape(url)) {
    problems.push(
      'SMTP_URL is not clear. Set smtp://HOST:587 or smtps://USER:PASSWORD@HOST, with signs like @ and / in the password written as %40 and %2F.',
    )
  }
  const [, name = '', address = ''] =
    /^(?:"?([^"<>]*?)"?\s*<)?([^\s<>"@]+@[^\s<>"@]+)>?$/.exec(mailFrom) ?? []
  if (mailFrom === '') {
    problems.push('MAIL_FROM is missing beside SMTP_URL. Set the address that mails come from.')
  } else if (address === '') {
    problems.push(
      `MAIL_FROM is "${mailFrom}". Set an address like khuyencong@example.vn, or Khuyến công <khuyencong@example.vn>.`,
    )
  }
  return { smtpUrl, from: { name: name || 'Cổng thông tin khuyến công', address } }
}

function hasBadEscape({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password)
    return false
  } catch {
    return true
  }
}

function isOrigin(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search
}
