import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import {
  ARCHIVE_FORMAT,
  LARGEST_FACTS,
  type ArchiveHeader,
  type ArchiveManifest,
  type ArchiveOrigin,
} from './archive-format.ts'
import { ArchiveTally } from './archive-tally.ts'
import {
  HEADER_NAME,
  MANIFEST_NAME,
  chunkName,
  fileEntryName,
  readEntryName,
} from './entry-names.ts'
import { EntryOrder } from './entry-order.ts'
import { MissingFiles } from './missing-files.ts'
import { chunksOf, type Row } from './row-chunks.ts'
import { BLOCK, measureFile, openIfThere, type SourceFile } from './source-file.ts'
import { TarPacking } from './tar-packing.ts'

/**
 * Writes an archive: the tables one after another, then the files, a few of them at a time if that
 * is faster, then the end. When a call fails while it is writing, the archive is lost, and every
 * other call fails of the same.
 */
export class ArchiveWriter {
  #packing: TarPacking
  #header: ArchiveHeader
  #order = new EntryOrder()
  #tally = new ArchiveTally()
  #missing = new MissingFiles()
  #spare: Buffer[] = []

  /** Begins an archive; `output` is ended by `finish` and destroyed by a failure. */
  static async begin(output: Writable, origin: ArchiveOrigin): Promise<ArchiveWriter> {
    const writer = new ArchiveWriter(output, origin)
    await writer.#addFacts(HEADER_NAME, writer.#header)
    return writer
  }

  private constructor(output: Writable, { portal, database, migrations }: ArchiveOrigin) {
    const createdAt = new Date()
    this.#packing = new TarPacking(output, createdAt)
    this.#header = {
      format: ARCHIVE_FORMAT,
      createdAt: createdAt.toISOString(),
      portal,
      database,
      migrations,
    }
  }

  /**
   * Adds a table; each is added once.
   * @returns how many rows it has
   * @throws the error of `rows`, of the output, or an ArchiveError for a row or name that cannot be
   */
  async addRows(table: string, rows: AsyncIterable<Row>): Promise<number> {
    let count = 0
    let chunk = 0
    try {
      for await (const { bytes, count: more } of chunksOf(table, rows)) {
        await this.#add(chunkName(table, ++chunk), wholeOf(bytes))
        this.#tally.addRows(table, more)
        count += more
      }
    } catch (error) {
      throw await this.abort(error)
    }
    return count
  }

  /**
   * Adds a file from the disk; one that is not there is noted as missing.
   * @returns whether it was there
   * @throws ArchiveError for an unsafe name, before anything is written, or for a file that changes
   */
  async addFile(collection: string, name: string, path: string): Promise<boolean> {
    const entry = fileEntryName(collection, name)
    await using handle = await openIfThere(path)
    if (!handle) {
      this.noteMissing(collection, name)
      return false
    }
    const scratch = this.#spare.pop() ?? Buffer.allocUnsafe(BLOCK)
    const file = await measureFile(handle, path, scratch)
    this.#spare.push(scratch)
    await this.#add(entry, file)
    this.#tally.addFile(file.size)
    return true
  }

  /** Notes that a file belongs to the content and is not in the archive. */
  noteMissing(collection: string, name: string): void {
    this.#missing.add(`${collection}/${name}`)
  }

  /** Writes the manifest and ends the output; gives what the archive holds. */
  async finish(): Promise<ArchiveManifest> {
    const manifest: ArchiveManifest = {
      ...this.#header,
      ...this.#tally.totals(),
      missingCount: this.#missing.count,
      missing: this.#missing.names,
    }
    await this.#addFacts(MANIFEST_NAME, manifest)
    await this.#packing.end()
    return manifest
  }

  /** Gives the archive up and waits until the output is closed. Gives what failed first. */
  abort(reason: unknown): Promise<Error> {
    return this.#packing.abort(reason)
  }

  async #addFacts(name: string, facts: ArchiveHeader | ArchiveManifest): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(facts, null, 2))
    if (bytes.length > LARGEST_FACTS) throw new Error(`${name} is larger than readers take.`)
    await this.#add(name, wholeOf(bytes))
  }

  async #add(name: string, file: SourceFile): Promise<void> {
    const entry = readEntryName(name)
    if (!entry || !this.#order.accepts(entry)) throw new Error(`${name} is out of its order.`)
    const { size, sha256, content } = file
    this.#tally.addEntry(name, size, sha256)
    await this.#packing.add({ name, size, sha256 }, content)
  }
}

function wholeOf(bytes: Buffer): SourceFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { size: bytes.length, sha256, content: [bytes] }
}
