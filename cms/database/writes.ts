/** The methods of Payload's adapters that write. */
export const WRITES = [
  'create',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'upsert',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
  'updateJobs',
] as const

/** What those methods are called with, as far as it tells what is written and in which transaction. */
export interface WriteArguments {
  readonly collection?: string
  readonly slug?: string
  readonly globalSlug?: string
  readonly req?: { readonly transactionID?: unknown } | null
}

/** A write as an error message names it: "updateOne news". */
export function labelOf(method: string, { collection, slug, globalSlug }: WriteArguments): string {
  return `${method} ${collection ?? slug ?? globalSlug ?? ''}`.trim()
}
