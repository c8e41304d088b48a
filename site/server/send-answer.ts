import type { IncomingMessage, ServerResponse } from 'node:http'
import { bestEncoding } from './encoding.ts'
import type { FinishedResponse, Header } from './exchange.ts'
import { PreparedPage } from './page-cache/prepared-page.ts'
import { sendPage } from './page-cache/send-page.ts'

/** Sends an answer that is for one reader alone. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: FinishedResponse,
  common: readonly Header[],
): Promise<void> {
  const variant = await new PreparedPage(answer, common).variant(
    bestEncoding(request.headers['accept-encoding']),
  )
  sendPage(request, response, answer.status, variant)
}
