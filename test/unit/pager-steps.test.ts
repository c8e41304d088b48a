import { describe, expect, it } from 'vitest'
import { pagerSteps } from '#site/components/pager-steps.ts'

describe('pagerSteps', () => {
  it.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 19, [1, 2, 'gap', 19]],
    [2, 19, [1, 2, 3, 'gap', 19]],
    [4, 19, [1, 2, 3, 4, 5, 'gap', 19]],
    [10, 19, [1, 'gap', 9, 10, 11, 'gap', 19]],
    [17, 19, [1, 'gap', 16, 17, 18, 19]],
    [19, 19, [1, 'gap', 18, 19]],
  ])('on page %i of %i shows %j', (page, pageCount, steps) => {
    expect(pagerSteps(page, pageCount)).toEqual(steps)
  })
})
