import type { PaginatedDocs } from 'payload'

/** What was asked for, as Payload's adapters are asked. */
export interface PageArguments {
  /** 0: all. */
  readonly limit?: number
  readonly page?: number
  /** False: nobody needs to know how many pages there are. */
  readonly pagination?: boolean
}

/** The methods of Payload's adapters that give pages. */
export const PAGED = ['find', 'queryDrafts', 'findVersions', 'findGlobalVersions'] as const

/** Whether an answer tells how many pages there are. */
export function isCounted({ limit = 0, pagination }: PageArguments): boolean {
  return pagination !== false && limit > 0
}

/**
 * One page as both databases give it: the libraries below them disagree on what they say of a list
 * that is whole, empty, or shorter than the page that was asked for.
 * @param totalDocs all documents of the list, where they were counted
 */
export function pageOf<Doc>(
  docs: Doc[],
  totalDocs: number,
  asked: PageArguments,
): PaginatedDocs<Doc> {
  const { limit = 0, page = 1 } = asked
  const isOnly = !isCounted(asked) || totalDocs === 0
  const totalPages = isOnly ? 1 : Math.ceil(totalDocs / limit)
  const hasPrevPage = !isOnly && page > 1
  const hasNextPage = !isOnly && page < totalPages
  return {
    docs,
    totalDocs: isOnly ? docs.length : totalDocs,
    totalPages,
    limit,
    page,
    pagingCounter: isOnly ? 1 : (page - 1) * limit + 1,
    hasPrevPage,
    hasNextPage,
    prevPage: hasPrevPage ? page - 1 : null,
    nextPage: hasNextPage ? page + 1 : null,
  }
}
