import type { Page } from 'playwright-core'

/** What a page under a policy did that it must not, as one line each. */
export interface Watch {
  /** Scripts, styles and the like that the policy refused; with the hash of what it refused. */
  readonly violations: string[]
  /** Requests to the cms that were refused or failed. */
  readonly refused: string[]
}

/** Notes from now on what a page's policy refuses, and which of its requests the cms refuses. */
export function watchPage(page: Page): Watch {
  const watch: Watch = { violations: [], refused: [] }
  // Chromium names the directive and, for inline styles, the hash that would allow it.
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) watch.violations.push(message.text())
  })
  page.on('response', (answer) => {
    if (answer.status() < 400) return
    watch.refused.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`)
  })
  return watch
}
