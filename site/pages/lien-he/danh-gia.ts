import type { APIRoute } from 'astro'
import { ROUTES } from '#shared/routes.ts'
import { sendRating } from '#site/data/feedback.ts'

/** Keeps "was this page of help" and leads back to the page, which then says thank you. */
export const POST: APIRoute = async ({ request, clientAddress, locals, redirect }) => {
  const path = await sendRating(locals.page, { request, clientAddress })
  return redirect(path ? `${path}#cam-on` : ROUTES.contact, 303)
}

/** Asked for without a form: the place to write. */
export const GET: APIRoute = ({ redirect }) => redirect(ROUTES.contact, 303)
