/**
 * `saver.ts PATH`: for every line that it reads, makes a save and tells of it. "article" gives the
 * article at the path another title, "settings" gives the centre another name.
 */
import { createInterface } from 'node:readline'
import { openPortal } from '#cms/load-payload.ts'
import { readConfig } from '#shared/config.ts'

const slug = process.argv[2]?.split('/').at(-1)
const portal = await openPortal(readConfig())
const { docs } = await portal.find({
  collection: 'news',
  where: { slug: { equals: slug } },
  depth: 0,
  limit: 1,
})
const id = docs[0]?.id
if (!id) throw new Error(`There is no article "${slug}".`)

const saves: Readonly<Record<string, (title: string) => Promise<unknown>>> = {
  article: (title) => portal.update({ collection: 'news', id, data: { title }, depth: 0 }),
  settings: (centre) => portal.updateGlobal({ slug: 'site-settings', data: { centre }, depth: 0 }),
}

let count = 0
for await (const line of createInterface({ input: process.stdin })) {
  const save = saves[line]
  if (!save) throw new Error(`"${line}" is nothing that can be saved.`)
  count += 1
  const title = `Đổi tên lần thứ ${count} lúc ${Date.now()}`
  await save(title)
  console.log(JSON.stringify({ title, at: Date.now() }))
}
