import { request } from 'node:http'
import type { Page, Request } from 'playwright-core'

/** What a browser asks for to show a page. */
export interface Resource {
  readonly url: string
  /** "document", "stylesheet", "script", "font", "image", "fetch" … as the browser names it. */
  readonly kind: string
  /** Of its body as it goes over the wire, in the heavier of brotli and gzip. */
  readonly bytes: number
}

/** Everything that a page asks for by itself, its counter of visits included. */
export async function resourcesOf(page: Page, url: string): Promise<Resource[]> {
  const asked: Request[] = []
  page.on('request', (one) => asked.push(one))
  await page.goto(url, { waitUntil: 'networkidle' })
  // The icon is often a picture of the page, too: it comes once.
  const overTheWire = asked.filter(
    (one, at) =>
      one.resourceType() !== 'other' ||
      asked.findIndex((other) => other.url() === one.url()) === at,
  )
  return Promise.all(
    overTheWire.map(async (one) => {
      const kind = await kindOf(one)
      return { url: one.url(), kind, bytes: await heavierBytes(one.url(), kind) }
    }),
  )
}

/** The requests that do not wait for a picture. */
export function besidesPictures(resources: readonly Resource[]): Resource[] {
  return resources.filter(({ kind }) => kind !== 'image')
}

/** What all resources of some kinds weigh together. */
export function bytesOf(resources: readonly Resource[], ...kinds: readonly string[]): number {
  return resources
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { bytes }) => sum + bytes, 0)
}

/** As the browser names it, but for the page's icon: to it that is "other", to us a picture. */
async function kindOf(one: Request): Promise<string> {
  const type = await (await one.response())?.headerValue('content-type')
  return type?.startsWith('image/') ? 'image' : one.resourceType()
}

async function heavierBytes(url: string, kind: string): Promise<number> {
  // A beacon is a post: to ask for it again would count a visit.
  if (kind === 'fetch') return 0
  return Math.max(await bytesSent(url, 'br'), await bytesSent(url, 'gzip'))
}

/** Counts what comes, without unpacking it. */
function bytesSent(url: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.once('error', reject)
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(bytes)
        else reject(new Error(`${url} answered ${answer.statusCode}.`))
      })
    })
    asked.once('error', reject).end()
  })
}
