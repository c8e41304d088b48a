import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { readConfig } from '#shared/config.ts'
import { emblemDataUrl } from './admin/emblem.ts'
import { noMail } from './admin/no-mail.ts'
import { adminTranslations } from './admin/translations.ts'
import { collections } from './collections/index.ts'
import { databaseAdapter } from './database/adapter.ts'
import { refuseLost } from './database/lost-content.ts'
import { portalEditor } from './fields/rich-text.ts'
import { HomePage } from './globals/home-page.ts'
import { Navigation } from './globals/navigation.ts'
import { SearchWords } from './globals/search-words.ts'
import { SiteSettings } from './globals/site-settings.ts'
import { explainFullDisk } from './hooks/explain-full-disk.ts'
import { keepFieldErrors } from './hooks/keep-field-errors.ts'
import { publicationJobs } from './hooks/publication-jobs.ts'
import { mendPublicFiles } from './uploads/reconcile.ts'

const settings = readConfig()
const here = (path: string) => join(dirname(fileURLToPath(import.meta.url)), path)

export default buildConfig({
  secret: settings.secret,
  serverURL: settings.cms.publicUrl,
  csrf: [settings.cms.publicUrl],
  db: refuseLost(await databaseAdapter(settings), settings),
  editor: portalEditor,
  email: noMail,
  sharp,
  collections,
  globals: [SiteSettings, Navigation, HomePage, SearchWords],
  jobs: publicationJobs,
  hooks: { afterError: [keepFieldErrors, explainFullDisk] },
  graphQL: { disable: true },
  telemetry: false,
  onInit: mendPublicFiles,
  i18n: { fallbackLanguage: 'vi', supportedLanguages: { vi, en }, translations: adminTranslations },
  upload: {
    limits: { fileSize: Math.max(settings.limits.image, settings.limits.file) * 2 },
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
})
