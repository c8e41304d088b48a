import { CMS_STATES, type CmsState } from '#shared/cms-state.ts'

/**
 * Hears from the process that started this one how the cms is doing.
 * @returns the state as last heard; `null` where nobody tells it
 */
export function followCmsState(): () => CmsState | null {
  let state: CmsState | null = null
  process.on('message', (message) => (state = stateIn(message) ?? state))
  // Hearing is no reason to stay.
  process.channel?.unref()
  return () => state
}

function stateIn(message: unknown): CmsState | undefined {
  if (typeof message !== 'object' || message === null || !('cms' in message)) return undefined
  return CMS_STATES.find((state) => state === message.cms)
}
