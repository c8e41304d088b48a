import type { APIRoute } from 'astro'
import { ROUTES } from '#shared/routes.ts'

/** The list of programmes, filtered, answers until there is a page of questions here. */
export const GET: APIRoute = ({ redirect }) => redirect(ROUTES.programmes, 302)
