/** What a pager shows: the first, the last and the pages around the current one; `gap` for the rest. */
export function pagerSteps(page: number, pageCount: number): (number | 'gap')[] {
  const shown = [1, page - 1, page, page + 1, pageCount]
    .filter((number) => number >= 1 && number <= pageCount)
    .filter((number, index, all) => all.indexOf(number) === index)
  return shown.flatMap((number, index) => {
    const missing = number - (shown[index - 1] ?? 0) - 1
    if (missing === 0) return [number]
    return missing === 1 ? [number - 1, number] : (['gap', number] as const)
  })
}
