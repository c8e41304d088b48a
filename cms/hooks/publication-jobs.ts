import type { Config } from 'payload'
import { hasJobsTurn } from '#cms/database/jobs-turn.ts'

/**
 * Scheduled publication. Next starts the queue with the first request to the cms; the site and the
 * commands open Payload without `cron: true`, so that no job runs twice.
 */
export const publicationJobs: NonNullable<Config['jobs']> = {
  shouldAutoRun: hasJobsTurn,
  autoRun: [{ cron: '*/5 * * * * *', limit: 50 }],
  deleteJobOnComplete: true,
}
