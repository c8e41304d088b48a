/** Nothing that the portal writes is for other accounts of the machine, unless it says so itself. */
const PRIVATE = 0o077

let given: number | undefined

/** From here on, what this process and its children make is their own account's alone. */
export function keepPrivate(): void {
  const before = process.umask(PRIVATE)
  given ??= before
}

/**
 * Runs `work`, up to its first wait, with the mask that this process was started with: for what is
 * built from the sources, which are code and no data. Another account may be the one that runs it.
 */
export function withGivenUmask<Result>(work: () => Result): Result {
  if (given === undefined) return work()
  const own = process.umask(given)
  try {
    return work()
  } finally {
    process.umask(own)
  }
}
