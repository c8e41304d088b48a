import type { Payload } from 'payload'

/** Payload for one command: nothing cached, no reload server, and only errors in its log. */
export async function loadPayload({ onInit = true } = {}): Promise<Payload> {
  const [{ BasePayload }, { default: portal }] = await Promise.all([
    import('payload'),
    import('#cms/payload.config.ts'),
  ])
  const payload = new BasePayload()
  const config = Object.assign({}, await portal, { logger: { options: { level: 'error' } } })
  await payload.init({ config, disableOnInit: !onInit })
  return payload
}
