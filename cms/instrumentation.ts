import { keepPrivate } from './storage/private-umask.ts'

/** Called by Next once, before the cms answers. */
export function register(): void {
  keepPrivate()
}
