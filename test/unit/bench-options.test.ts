import { expect, test } from 'vitest'
import { readOptions, sizeName } from '#test/bench/site/options.ts'

test('sizes are given one by one or as a list, and come smallest first, each once', () => {
  const { sizes } = readOptions(['--news', '100000', '--news', '1000,10000,1000'])
  expect(sizes).toEqual([1_000, 10_000, 100_000])
  expect(sizes.map(sizeName)).toEqual(['1k', '10k', '100k'])
})

test('without words all is measured on SQLite, at one size', () => {
  const { sizes, database, subjects } = readOptions([])
  expect({ sizes, database }).toEqual({ sizes: [10_000], database: 'sqlite' })
  expect(subjects).toContain('storm')
  expect([...readOptions(['--only', 'misses,visits']).subjects]).toEqual(['misses', 'visits'])
})

test.each([
  [['--news', '10'], '--news is "10". Give whole numbers from 1000 on.'],
  [['--news', 'many'], '--news is "many"'],
  [['--database', 'oracle'], '--database is "oracle". Give sqlite, mongodb.'],
  [['--only', 'speed'], '--only is "speed". Give misses, start,'],
  [['--size', '3'], "Unknown option '--size'"],
])('%j is refused', (words, message) => {
  expect(() => readOptions(words)).toThrow(message)
})
