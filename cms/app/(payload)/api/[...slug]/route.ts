import { throughGate } from '#cms/gate/gate.ts'
import config from '#cms/payload.config.ts'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'
import { getPayload } from 'payload'

type Handler = ReturnType<typeof REST_GET>

/** A long query comes as a POST and passes the gate as the GET that it stands for. */
const handlers: Readonly<Record<string, Handler>> = {
  GET: REST_GET(config),
  POST: REST_POST(config),
  DELETE: REST_DELETE(config),
  PATCH: REST_PATCH(config),
  PUT: REST_PUT(config),
  OPTIONS: REST_OPTIONS(config),
}

const answer: Handler = async (request, args) => {
  const { slug = [] } = await args.params
  const payload = await getPayload({ config, cron: true })
  return throughGate(payload, request, slug, async (passed) => {
    const handler = handlers[passed.method]
    if (!handler) throw new Error(`No handler for ${passed.method}.`)
    return handler(passed, args)
  })
}

export {
  answer as DELETE,
  answer as GET,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
}
