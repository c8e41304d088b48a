import type { Row } from '#cms/database/content.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { DOCUMENT_RELATIONS } from '#shared/vocabulary/document-relations.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { foldNumber } from '#shared/vietnamese/fold.ts'
import { slugify } from '#shared/vietnamese/slug.ts'
import { person } from './names.ts'
import type { WorldPlan } from './plan.ts'
import { body } from './rich-text.ts'
import { subject } from './sentences.ts'

const KINDS = [
  'ke-hoach',
  'quyet-dinh',
  'thong-bao',
  'bao-cao',
  'nghi-quyet',
  'huong-dan',
  'cong-van',
]
const ISSUERS = [
  { name: 'UBND tỉnh', short: 'UBND' },
  { name: 'Sở Công Thương', short: 'SCT' },
  { name: 'HĐND tỉnh', short: 'HĐND' },
  { name: 'Bộ Công Thương', short: 'BCT' },
]

/** A document and the one version of it. */
export function documentWithVersion(
  plan: WorldPlan,
  number: number,
): { document: Row; version: Row } {
  const document = documentRow(plan, number)
  const { id: parent, ...values } = document
  const version = {
    id: plan.id('documents.versions', number),
    autosave: false,
    createdAt: values.createdAt,
    updatedAt: values.updatedAt,
    latest: true,
    parent,
    version: values,
  }
  return { document, version }
}

function documentRow(plan: WorldPlan, number: number): Row {
  const random = plan.random('documents', number)
  const moment = new Date(plan.moment('documents', number)).toISOString()
  const issuedAt = moment.slice(0, 10)
  const drawn = random.frequent(KINDS)
  const kind = DOCUMENT_KINDS.find(({ value }) => value === drawn) ?? DOCUMENT_KINDS[0]
  const abbreviation = 'abbreviation' in kind ? kind.abbreviation : 'CV'
  const issuer = random.frequent(ISSUERS)
  const symbol = `${number + 1}/${abbreviation}-${issuer.short}`
  const abstract = subject(random)
  return {
    id: plan.id('documents', number),
    _status: 'published',
    title: `${kind.label} ${symbol}: ${abstract}`,
    kind: kind.value,
    number: symbol,
    numberKey: foldNumber(symbol),
    abstract,
    issuers: [issuer.name],
    signer: person(random),
    signerTitle: 'Giám đốc',
    issuedAt,
    effectiveFrom: issuedAt,
    fields: [random.pick(EXTENSION_ACTIVITIES).value],
    files: plan.files > 0 ? [plan.id('files', number % plan.files)] : [],
    body: body(random, { paragraphs: random.between(3, 9) }),
    recipients: ['Như Điều 3', 'Các sở, ban, ngành', 'Lưu: VT'],
    relations:
      number > 0 && random.chance(0.3)
        ? [
            {
              id: random.hex(24),
              relation: random.pick(DOCUMENT_RELATIONS).value,
              target: plan.id('documents', random.between(0, number - 1)),
            },
          ]
        : [],
    slug: slugify(`${kind.label} ${symbol}`),
    firstPublishedAt: moment,
    createdAt: moment,
    updatedAt: moment,
  }
}
