import type { Command } from './command.ts'
import { runPayloadCli } from './payload-cli.ts'

/** Writes what follows from the collections: types and the admin's component map. */
export const generateCommand: Command = {
  summary: 'Sinh lại kiểu dữ liệu và bảng thành phần sau khi sửa collection (cho lập trình viên)',
  usage: 'generate',
  isForSources: true,
  async run() {
    await runPayloadCli('generate:types')
    await runPayloadCli('generate:importmap')
    console.log('Đã sinh lại shared/payload-types.ts và importMap.js.')
    return 0
  },
}
