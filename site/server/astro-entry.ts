import { createApp } from 'astro/app/entrypoint'

// Streaming would lose what a component registers after an await, and hang when one throws.
const app = createApp({ streaming: false })

export interface RenderOptions {
  readonly locals: App.Locals
  readonly clientAddress: string
}

/** Renders a page; an absent one is the 404 page, a failing one the 500 page. */
export function render(request: Request, options: RenderOptions): Promise<Response> {
  return app.render(request, { ...options, addCookieHeader: true })
}
