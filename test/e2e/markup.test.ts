import { HtmlValidate } from 'html-validate'
import { describe, expect, inject, test } from 'vitest'
import { fetchKind, KINDS_OF_PAGES } from '#test/support/kinds-of-pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // A filter takes several values: HTML sends them as one parameter that stands several times.
    'form-dup-name': ['error', { shared: ['button', 'checkbox', 'radio', 'reset', 'submit'] }],
    // The title is the headline as its editor wrote it; search engines cut it, a reader's tab too.
    'long-title': 'off',
    // `display: block` takes a table's roles away in browsers, so tables that become cards name them.
    'no-redundant-role': 'off',
  },
})

describe('html-validate finds nothing to mend', () => {
  test.for(KINDS_OF_PAGES)('$name', async (kind) => {
    const answer = await fetchKind(kind, inject('portal'))
    expect(answer.status).toBe(kind.status ?? 200)
    const { results } = await validator.validateString(await answer.text(), `${kind.name}.html`)
    const findings = results
      .flatMap(({ messages }) => messages)
      .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`)
    expect(findings).toEqual([])
  })
})
