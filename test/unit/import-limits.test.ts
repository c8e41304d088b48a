import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '#cms/import/read.ts'
import { heavyWord } from '#test/support/heavy-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-limits-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(name: string, content: string | Buffer) {
  const path = join(folder, name)
  await writeFile(path, content)
  return importFile(path)
}

const SENTENCE =
  'Giao các đơn vị phối hợp thực hiện nhiệm vụ được giao tại kế hoạch năm, bảo đảm đúng tiến độ.'

describe('a file to import', () => {
  it('that needs too much memory is refused with a sentence, and the next one is read', async () => {
    await expect(read('nang.docx', heavyWord.paragraphs())).rejects.toThrow(
      /quá nhiều bộ nhớ nên đã dừng lại\. Hãy tách thành nhiều tệp nhỏ hơn/,
    )
    expect((await read('nhe.txt', 'Làng gốm\n\nCả làng dậy sớm.')).record.title).toBe('Làng gốm')
  }, 60_000)

  it('that holds more paragraphs than a draft can take is refused', async () => {
    const lines = Array.from({ length: 21_000 }, (_, n) => `Làng thứ ${n} có một lò gốm.\n\n`)
    await expect(read('doan.txt', `Làng gốm\n\n${lines.join('')}`)).rejects.toThrow(
      'có quá nhiều đoạn cho một bản nháp',
    )
  }, 40_000)

  // It takes a minute and a half, and so is given up, where each line reads the whole text anew.
  it('with two thousand lines in capitals is read like any other of its size', async () => {
    const lines = Array.from(
      { length: 2_000 },
      (_, n) => `KHOA NGHIÊN CỨU GỐM MEN SỐ ${n}\n\n${SENTENCE}\n\n`,
    )
    const { record } = await read('chu-hoa.txt', `Bảng danh mục dịch vụ\n\n${lines.join('')}`)
    expect(record.body).toHaveLength(4_000)
    expect(record.body[0]).toMatchObject({ text: 'Khoa nghiên cứu gốm men số 0' })
  }, 60_000)
})
