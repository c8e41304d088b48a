import { mkdirSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { freePort } from '#test/support/site-process.ts'
import { startProgram } from '../program.ts'
import type { Scratch } from '../scratch.ts'

/** Astro and Payload load for seconds, on a busy machine for many. */
const LIMIT_MS = 60_000
const EVERY_MS = 50

/** An answer of the site, to be given by others as well. */
export interface SameAnswer {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** node:http with nothing else, in this very process's Node, giving the same bytes. */
export async function startRawServer(
  { headers, body }: SameAnswer,
  scratch: Scratch,
): Promise<string> {
  const port = await freePort()
  const source = join(scratch.folder, `raw-${port}.mjs`)
  writeFileSync(`${source}.body`, body)
  writeFileSync(
    source,
    `import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
const body = readFileSync(${JSON.stringify(`${source}.body`)})
const headers = ${JSON.stringify(headers.flat())}
createServer((request, response) => { response.writeHead(200, headers); response.end(body) })
  .listen(${port}, '127.0.0.1')
`,
  )
  startProgram(scratch, process.execPath, [source], { stdio: 'inherit' })
  const url = `http://127.0.0.1:${port}/`
  await untilAnswers(url)
  return url
}

/**
 * nginx with one worker that serves a page from a file, and its compressed copy beside it.
 * @returns its address: `plain/` without compression, `packed/` with gzip_static
 */
export async function startNginx(
  page: Uint8Array,
  packed: Uint8Array,
  scratch: Scratch,
): Promise<string> {
  const port = await freePort()
  const folder = join(scratch.folder, `nginx-${port}`)
  for (const name of ['plain', 'packed', 'tmp']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'plain/index.html'), page)
  writeFileSync(join(folder, 'packed/index.html'), page)
  writeFileSync(join(folder, 'packed/index.html.gz'), packed)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, 'tmp')};`)
    .join('\n')
  // tcp_nopush costs 44 ms an answer on loopback.
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
user root;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush off; keepalive_requests 100000000;
  default_type text/html; open_file_cache max=100;
  ${temporary}
  server {
    listen 127.0.0.1:${port}; root ${folder}; index index.html;
    location /packed/ { gzip_static on; }
  }
}
`,
  )
  const words = ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
  // Killed, it would leave its worker.
  startProgram(scratch, 'nginx', words, { stdio: 'inherit', endSignal: 'SIGTERM' })
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(`${url}/plain/`)
  return url
}

/** Waits until an address answers well. */
export async function untilAnswers(url: string): Promise<void> {
  const end = performance.now() + LIMIT_MS
  while (performance.now() < end) {
    const answer = await fetch(url).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.ok) return
    await pause(EVERY_MS)
  }
  throw new Error(`${url} does not answer.`)
}
