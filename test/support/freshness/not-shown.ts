/**
 * Fields that no page shows, each with its reason; a field that is neither here nor shown fails
 * site-freshness-fields.test.ts.
 */
const ANYWHERE: Readonly<Record<string, string>> = {
  id: 'never changes',
  createdAt: 'never changes',
  updatedAt: 'is set by every save: whatever shows it is new with any other field',
  deletedAt: 'withdraws: a test of its own',
  _status: 'withdraws: a test of its own',
  trashedSlug: 'the address that a document in the trash asks back',
  firstPublishedAt: 'is set once; orders products',
  isPublic: 'follows from what uses the file',
  importedFrom: 'for editors',
  importNotes: 'for editors',
  'pendingAttachments.url': 'for editors',
  consentedAt: 'personal data',
  consentText: 'personal data',
  consentWithdrawnAt: 'withdraws: reader-data.test.ts',
  erasedAt: 'empties what is shown: reader-data.test.ts',
  moderationNote: 'for editors',
}

const IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  documents: {
    title: 'is made of kind, number and abstract, which are shown',
    numberKey: 'is made of the number, for comparing',
  },
  categories: { path: 'follows slug and parent' },
  topics: {
    path: 'topics have an address of one part',
    parent: 'topics are shown without their tree',
    order: 'the topics of an article have no order of their own',
  },
  comments: { email: 'personal data', status: 'withdraws: a test of its own' },
  questions: {
    email: 'personal data',
    askedBy: 'is made of the name',
    status: 'withdraws: a test of its own',
  },
  media: fileFacts('thumbnailURL', 'focalX', 'focalY', ...sizes()),
  files: {
    ...fileFacts('width', 'height', 'thumbnailURL'),
    text: 'for a search in files (search-content.test.ts)',
    textState: 'for editors',
  },
  'site-settings': { 'visits.openingDate': 'for editors' },
}

/** Collections and globals of which no page shows anything. */
export const WITHOUT_PAGES: Readonly<Record<string, string>> = {
  feedback: 'letters to the centre',
  ratings: 'opinions on pages, for the centre',
  users: 'accounts; the author of an article is a text',
  searches: 'what readers search for, for the centre',
  'search-words': 'what the search takes for the same (search-content.test.ts)',
  'visit-counts': 'numbers that never renew a page (site/data/visits.ts)',
  'visit-traces': 'who was counted',
  usages: 'which document uses which',
  changes: 'the log of changes itself',
  'audit-log': 'who did what, for admins',
  'reader-data-acts': 'what became of a reader’s data, for those who moderate',
  'payload-kv': 'of Payload',
  'payload-jobs': 'of Payload',
  'payload-locked-documents': 'of Payload',
  'payload-preferences': 'of Payload',
  'payload-migrations': 'of Payload',
}

export function isNotShown(slug: string, leaf: string): boolean {
  return leaf in ANYWHERE || leaf in (IN[slug] ?? {})
}

/** What the tables name of a collection or global alone. */
export function namedFor(slug: string): string[] {
  return Object.keys(IN[slug] ?? {})
}

function fileFacts(...more: readonly string[]): Record<string, string> {
  const names = ['url', 'mimeType', ...more]
  return Object.fromEntries(names.map((name) => [name, 'follows from the file']))
}

function sizes(): string[] {
  return ['small', 'medium', 'large', 'card', 'social'].map((size) => `sizes.${size}`)
}
