/** `saver.ts PATH`: for every line that it reads, gives the article at the path another title. */
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

let count = 0
for await (const _line of createInterface({ input: process.stdin })) {
  count += 1
  const title = `Đổi tên lần thứ ${count} lúc ${Date.now()}`
  await portal.update({ collection: 'news', id, data: { title }, depth: 0 })
  console.log(JSON.stringify({ title, at: Date.now() }))
}
