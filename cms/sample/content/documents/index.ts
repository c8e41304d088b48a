import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { nationalDocuments } from './national.ts'
import { notices } from './notices.ts'
import { paperDocument, paperFile } from './paper.ts'
import { plans } from './plans.ts'
import { resolutions } from './resolutions.ts'

/** The library: what a document relates to stands before it. */
export function sampleDocuments(clock: SampleClock): SampleItem<'documents'>[] {
  return [...nationalDocuments, ...papers(clock).map(paperDocument)]
}

/** The PDF files of the province's documents. */
export function samplePapers(clock: SampleClock): SampleItem<'files'>[] {
  return papers(clock).map(paperFile)
}

function papers(clock: SampleClock) {
  return [...resolutions(clock), ...plans(clock), ...notices(clock)]
}
