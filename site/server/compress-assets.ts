import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const COMPRESSIBLE = new Set(['.css', '.js', '.json', '.svg', '.txt', '.xml', '.webmanifest'])
const WORTHWHILE_BYTES = 512

/** Writes `.br` and `.gz` beside every text asset, for this server and for nginx. */
export async function compressAssets(folder: URL): Promise<void> {
  const root = fileURLToPath(folder)
  const names = await readdir(root, { recursive: true })
  for (const name of names) {
    if (!COMPRESSIBLE.has(extname(name))) continue
    const path = join(root, name)
    const content = await readFile(path)
    if (content.length < WORTHWHILE_BYTES) continue
    await writeFile(`${path}.br`, await promisify(brotliCompress)(content))
    await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
  }
}
