import { ROUTES } from '#shared/routes.ts'
// oxlint-disable-next-line import/default -- the linter takes what ends in ?url for the script itself
import script from '../scripts/suggest.js?url'

/** Attributes of a box that asks the search of the whole site: titles are suggested in it. */
export function suggesting(action: string) {
  if (action !== ROUTES.search) return {}
  return { 'data-suggest': script, 'data-suggestions': ROUTES.suggestions }
}
