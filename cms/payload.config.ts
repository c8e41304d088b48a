import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { readConfig } from '#shared/config.ts'
import { emblemDataUrl } from './admin/emblem.ts'
import { adminTranslations } from './admin/translations.ts'
import { collections } from './collections/index.ts'
import { portalLogger } from './audit/portal-logger.ts'
import { databaseAdapter } from './database/adapter.ts'
import { refuseLost } from './database/lost-content.ts'
import { portalEditor } from './fields/rich-text.ts'
import { globals } from './globals/index.ts'
import { explainBadForm } from './hooks/explain-bad-form.ts'
import { explainFullDisk } from './hooks/explain-full-disk.ts'
import { keepFieldErrors } from './hooks/keep-field-errors.ts'
import { publicationJobs } from './hooks/publication-jobs.ts'
import { withLockRules } from './locks/lock-rules.ts'
import { portalMail } from './mail/portal-mail.ts'
import { boundedSharp } from './uploads/bounded-sharp.ts'
import { mendPublicFiles } from './uploads/reconcile.ts'

const settings = readConfig()
const LARGEST_FILE = Math.max(settings.limits.image, settings.limits.file) * 2
const FIELDS_OF_A_FORM = 2 * 1024 * 1024
const here = (path: string) => join(dirname(fileURLToPath(import.meta.url)), path)

export default buildConfig({
  secret: settings.secret,
  serverURL: settings.cms.publicUrl,
  csrf: [settings.cms.publicUrl],
  db: refuseLost(await databaseAdapter(settings), settings),
  editor: portalEditor,
  email: await portalMail(settings),
  sharp: boundedSharp,
  collections,
  globals,
  logger: portalLogger,
  jobs: publicationJobs,
  hooks: { afterError: [keepFieldErrors, explainFullDisk, explainBadForm] },
  graphQL: { disable: true },
  telemetry: false,
  onInit: mendPublicFiles,
  i18n: { fallbackLanguage: 'vi', supportedLanguages: { vi, en }, translations: adminTranslations },
  upload: {
    // Room above the portal's own limits, whose messages say more; one file beside its fields.
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 20, parts: 21 },
    requestSizeLimit: LARGEST_FILE + FIELDS_OF_A_FORM,
    abortOnLimit: false,
  },
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'dd/MM/yyyy HH:mm',
    timezones: { defaultTimezone: 'Asia/Ho_Chi_Minh' },
    importMap: { baseDir: here('..'), importMapFile: here('app/(payload)/admin/importMap.js') },
    meta: {
      titleSuffix: ' · Quản trị nội dung',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: emblemDataUrl }],
    },
    components: {
      afterLogin: ['/cms/admin/ForgottenPassword.tsx#ForgottenPassword'],
      beforeDashboard: ['/cms/admin/DashboardNotice.tsx#DashboardNotice'],
      graphics: {
        Icon: '/cms/admin/Emblem.tsx#Icon',
        Logo: '/cms/admin/Emblem.tsx#Logo',
      },
    },
  },
  typescript: { autoGenerate: false, outputFile: here('../shared/payload-types.ts') },
}).then(withLockRules)
