import type { GlobalConfig } from 'payload'
import { auditedGlobal } from '#cms/audit/hooks.ts'
import { globalWithEverySave } from '#cms/hooks/every-save.ts'
import { HomePage } from './home-page.ts'
import { Navigation } from './navigation.ts'
import { SearchWords } from './search-words.ts'
import { SiteSettings } from './site-settings.ts'

const all: GlobalConfig[] = [SiteSettings, Navigation, HomePage, SearchWords]

/** All globals, in the order of the admin's menu. None can forget what the portal alone writes. */
export const globals: GlobalConfig[] = all.map((global) =>
  auditedGlobal(globalWithEverySave(global)),
)
