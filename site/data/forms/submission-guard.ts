import { isTimely } from './signed-time.ts'

/** A post as far as it is judged: the page it comes from is the same for all and holds no secret. */
export interface Submission {
  readonly formId: string
  readonly headers: Headers
  /** Origin of this site. */
  readonly origin: string
  readonly values: Readonly<Record<string, string>>
  /** What stood in the field that people do not see. */
  readonly trap: string
  readonly token: string
}

/**
 * Why a post may not come from a person who filled in our form; `null` when nothing speaks against
 * it. The doubtful one is asked again on an uncached page whose signed time clears origin and
 * content: a foreign page cannot read it, and a robot seldom comes back.
 */
export function doubtAbout(submission: Submission, now: Date): string | null {
  if (submission.trap) return ASK_AGAIN
  if (isTimely(submission.formId, submission.token, now)) return null
  if (!isFromOurPages(submission)) return ASK_AGAIN
  return countLinks(submission.values) > MOST_LINKS ? MANY_LINKS : null
}

const MOST_LINKS = 2
const ASK_AGAIN = 'Chưa gửi được: xin xem lại nội dung rồi bấm gửi một lần nữa'
const MANY_LINKS = 'Nội dung có nhiều đường dẫn: xin xem lại rồi bấm gửi một lần nữa'

/** Browsers since 2023 send `Sec-Fetch-Site`; older ones send `Origin` with a post. */
function isFromOurPages({ headers, origin }: Submission): boolean {
  const site = headers.get('sec-fetch-site')
  return site === null ? headers.get('origin') === origin : site === 'same-origin'
}

function countLinks(values: Readonly<Record<string, string>>): number {
  return (
    Object.values(values)
      .join(' ')
      .match(/https?:\/\/|www\.|\[url/giu)?.length ?? 0
  )
}
