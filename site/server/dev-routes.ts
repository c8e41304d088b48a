import type { IncomingMessage, ServerResponse } from 'node:http'
import { readConfig } from '#shared/config.ts'
import { ROUTES } from '#shared/routes.ts'
import { keepDisplay } from './display.ts'
import { parseFilePath, serveDownload } from './downloads.ts'
import { readBody } from './request-body.ts'
import { parseTarget } from './request-target.ts'
import { sendAnswer } from './send-answer.ts'

/** What our own server answers besides pages, for `astro dev`: published files and "Hiển thị". */
export function devRoutes() {
  const config = readConfig()

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const target = parseTarget(request.url ?? '')
    if (target.kind !== 'path') return false
    const file = target.path.startsWith(`${ROUTES.files}/`) && parseFilePath(target.path)
    if (file) return serveDownload(request, response, config, file, target.query)
    if (target.path !== ROUTES.display || request.method !== 'POST') return false
    const form = new TextDecoder().decode(await readBody(request, config.limits.form))
    await sendAnswer(request, response, keepDisplay(request, new URLSearchParams(form), config), [])
    return true
  }

  return (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
    answer(request, response).then((isDone) => isDone || next(), next)
  }
}
