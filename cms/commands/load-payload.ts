import type { Payload, SanitizedConfig } from 'payload'

/** Payload for one command: nothing cached, no reload server, and only errors in its log. */
export async function loadPayload({ onInit = true } = {}): Promise<Payload> {
  const [{ BasePayload }, { default: portal }] = await Promise.all([
    import('payload'),
    import('#cms/payload.config.ts'),
  ])
  const payload = new BasePayload()
  const logger: SanitizedConfig['logger'] = { options: { level: 'error' } }
  await payload.init({ config: { ...(await portal), logger }, disableOnInit: !onInit })
  return payload
}
