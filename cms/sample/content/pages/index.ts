import { centrePages } from './centre.ts'
import { termsPages } from './terms.ts'

/** All static pages. */
export const samplePages = [...centrePages, ...termsPages]
