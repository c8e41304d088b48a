import type { ImportedContent } from '#cms/import/read-content.ts'
import type { CleanPicture } from './clean-picture.ts'
import type { IdentifiedFile } from './identify-file.ts'
import type { ReadText } from './kept-text.ts'

/** What may be asked about the bytes of a file, and what is answered. */
export interface Jobs {
  identify: { question: { extension: string }; answer: IdentifiedFile }
  pdf: { question: null; answer: ReadText }
  word: { question: null; answer: ReadText }
  picture: { question: null; answer: CleanPicture }
  import: { question: { file: string }; answer: ImportedContent }
}

export type JobName = keyof Jobs

type Work<Name extends JobName> = (
  data: Buffer,
  question: Jobs[Name]['question'],
) => Promise<Jobs[Name]['answer']>

/** Loads the work of each job: libraries come when they are needed, and never into other processes. */
export const JOBS: { readonly [Name in JobName]: () => Promise<Work<Name>> } = {
  identify: async () => {
    const { identifyFile } = await import('./identify-file.ts')
    return (data, { extension }) => identifyFile(data, extension)
  },
  pdf: async () => (await import('./read-pdf.ts')).readPdf,
  word: async () => (await import('./read-word.ts')).readWord,
  picture: async () => (await import('./clean-picture.ts')).cleanPicture,
  import: async () => {
    const { readContent } = await import('#cms/import/read-content.ts')
    return (data, { file }) => readContent(data, file)
  },
}
