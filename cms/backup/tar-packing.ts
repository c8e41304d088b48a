import { finished, pipeline, type Writable } from 'node:stream'
import { constants, createZstdCompress } from 'node:zlib'
import { pack } from 'tar-stream'
import { hashHeader, type PackedEntry } from './packed-entry.ts'
import type { FileContent } from './source-file.ts'

const BLOCK = 128 * 1024

/** A tar on its way to a stream, compressed with Zstandard, in the memory of a few blocks. */
export class TarPacking {
  #tar = pack()
  #modifiedAt: Date
  #outcome: Promise<Error | null>

  constructor(output: Writable, modifiedAt: Date) {
    this.#modifiedAt = modifiedAt
    const params = {
      [constants.ZSTD_c_compressionLevel]: 3,
      [constants.ZSTD_c_checksumFlag]: 1,
    }
    const compress = createZstdCompress({ params, chunkSize: BLOCK })
    this.#outcome = new Promise((resolve) => {
      pipeline(blocksOf(this.#tar as AsyncIterable<Buffer>), compress, output, (error) =>
        resolve(error ?? null),
      )
    })
    // The pipeline notices with the next full block; until then, additions would seem to succeed.
    finished(output, (error) => {
      if (error) this.#tar.destroy(error)
    })
  }

  /**
   * Adds one entry, as fast as the output takes it.
   * @throws the failure of the output or of the content; nothing can be added after it
   */
  async add(entry: PackedEntry, content: FileContent): Promise<void> {
    try {
      await this.#write(entry, content)
    } catch (error) {
      throw await this.abort(error)
    }
  }

  /** Ends the output, when all is written. */
  async end(): Promise<void> {
    this.#tar.finalize()
    const failure = await this.#outcome
    if (failure) throw failure
  }

  /** Gives up and waits until the output is closed. Gives what failed first. */
  async abort(reason: unknown): Promise<Error> {
    const error = reason instanceof Error ? reason : new Error(String(reason))
    this.#tar.destroy(error)
    return (await this.#outcome) ?? error
  }

  async #write({ name, size, sha256 }: PackedEntry, content: FileContent): Promise<void> {
    const header = {
      name,
      size,
      mode: 0o600,
      mtime: this.#modifiedAt,
      type: 'file' as const,
      pax: hashHeader(sha256),
    }
    let isOver = false
    let proceed = () => {}
    const { promise: outcome, resolve } = Promise.withResolvers<Error | null>()
    const over = (error?: Error | null) => {
      isOver = true
      resolve(error ?? null)
      proceed()
    }
    const entry = this.#tar.entry(header, over)
    entry.on('error', over)
    entry.on('drain', () => proceed())
    for await (const block of content) {
      if (isOver) break
      if (!entry.write(block)) await new Promise<void>((go) => (proceed = go))
    }
    entry.end(null)
    const failure = await outcome
    if (failure) throw failure
  }
}

/** Joins the small parts of a tar: each part that the compressor gets costs it a thread's turn. */
async function* blocksOf(tar: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for await (const part of tar) {
    parts.push(part)
    size += part.length
    if (size < BLOCK) continue
    yield joined(parts, size)
    parts = []
    size = 0
  }
  if (size > 0) yield joined(parts, size)
}

function joined(parts: Buffer[], size: number): Buffer {
  const [only] = parts
  return only?.length === size ? only : Buffer.concat(parts, size)
}
