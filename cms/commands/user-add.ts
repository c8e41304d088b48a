import { parseArgs } from 'node:util'
import { ROLES, type Role } from '#shared/vocabulary/roles.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { UsageError, type Command } from './command.ts'
import { choosePassword } from './password.ts'
import { withPayload } from './with-payload.ts'

export const userAddCommand: Command = {
  summary: 'Tạo tài khoản; hỏi mật khẩu, hoặc tự tạo và in ra một lần.',
  usage: `user-add EMAIL --name "HỌ TÊN" --role ${ROLES.map(({ value }) => value).join('|')}`,
  async run(args, config) {
    const { email, name, role } = readArguments(args)
    const generated = await withPayload(config, async (payload) => {
      const existing = await payload.count({
        collection: 'users',
        where: { email: { equals: email } },
        trash: true,
      })
      if (existing.totalDocs > 0) {
        throw new OperatorError(
          `Đã có tài khoản ${email}. Để đổi mật khẩu: npm run cms -- reset-password ${email}`,
        )
      }
      const { password, isGenerated } = await choosePassword()
      await payload.create({ collection: 'users', data: { email, name, role, password } })
      return isGenerated ? password : null
    })
    console.log(`Đã tạo tài khoản ${email} (${name}).`)
    if (generated) console.log(`Mật khẩu, chỉ hiện một lần: ${generated}`)
    return 0
  },
}

function readArguments(args: string[]): { email: string; name: string; role: Role } {
  const { values, positionals } = parse(args)
  const [email, ...rest] = positionals.map((word) => word.trim().toLowerCase())
  if (!email || rest.length > 0) throw new UsageError('Cần đúng một địa chỉ thư điện tử.')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw new UsageError(`"${email}" không phải là địa chỉ thư điện tử.`)
  }
  const name = values.name?.trim()
  if (!name) throw new UsageError('Thiếu --name: họ tên của người dùng.')
  const role = ROLES.find(({ value }) => value === values.role)?.value
  if (!role) {
    throw new UsageError(`--role phải là một trong: ${ROLES.map(({ value }) => value).join(', ')}.`)
  }
  return { email, name, role }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { name: { type: 'string' }, role: { type: 'string' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
