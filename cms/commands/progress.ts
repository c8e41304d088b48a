const REMIND_MS = 10_000

/** Says what begins, that it still runs, and how long it took. */
export async function withProgress<Result>(
  label: string,
  work: () => Promise<Result>,
  { say = console.log, remindMs = REMIND_MS } = {},
): Promise<Result> {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  say(`${label}…`)
  const reminder = setInterval(() => say(`${label}: đang làm, ${seconds()} giây…`), remindMs)
  try {
    const result = await work()
    say(`${label}: xong sau ${seconds()} giây.`)
    return result
  } finally {
    clearInterval(reminder)
  }
}
