import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError, type Command } from '#cms/commands/command.ts'
import { progressBar } from '#cms/commands/progress-bar.ts'
import { requireCurrent } from '#cms/database/migration-status.ts'
import { formatNumber } from '#shared/vietnamese/numbers.ts'
import { closePortal, openPortal } from '#site/data/portal.ts'
import { portalContent } from '#site/data/search/content/portal-content.ts'
import { buildIndex } from '#site/search/build-index.ts'
import { INDEX_FILE } from '#site/search/index-file.ts'

export const reindexCommand: Command = {
  summary: 'Lập lại toàn bộ danh mục tìm kiếm của máy này; trang đang chạy tự chuyển sang bản mới.',
  usage: 'reindex',
  async run(words, config) {
    if (words.length > 0) throw new UsageError('Lệnh này không có tham số.')
    await requireCurrent(config)
    const file = join(config.dataDir, INDEX_FILE)
    const next = `${file}.${process.pid}`
    mkdirSync(dirname(file), { recursive: true })
    const bar = progressBar()
    const portal = await openPortal(config)
    try {
      const progress = (done: number, all: number) => bar.show('Lập danh mục', done, all)
      const index = await buildIndex({ file: next, content: portalContent(portal), progress })
      const { count } = index.rows
      index.close()
      renameSync(next, file)
      console.log(`Đã lập danh mục tìm kiếm: ${formatNumber(count)} mục.`)
      return 0
    } finally {
      bar.end()
      rmSync(next, { force: true })
      await closePortal(portal)
    }
  },
}
