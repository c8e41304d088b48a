/** How the cms is doing, as the start tells the site, which serves readers without it as well. */
export const CMS_STATES = ['starting', 'running', 'restarting'] as const

export type CmsState = (typeof CMS_STATES)[number]

/** What the start sends to the site's process. */
export interface CmsStateMessage {
  readonly cms: CmsState
}
