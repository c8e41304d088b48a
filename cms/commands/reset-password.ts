import { OperatorError } from '#cms/operator-error.ts'
import { UsageError, type Command } from './command.ts'
import { choosePassword } from './password.ts'
import { withPayload } from './with-payload.ts'

export const resetPasswordCommand: Command = {
  summary: 'Đặt mật khẩu mới, kết thúc mọi phiên đăng nhập của tài khoản; không cần máy chủ thư.',
  usage: 'reset-password EMAIL',
  async run(args, config) {
    const [email, ...rest] = args.map((word) => word.trim().toLowerCase())
    if (!email || rest.length > 0) throw new UsageError('Cần đúng một địa chỉ thư điện tử.')
    const generated = await withPayload(config, async (payload) => {
      const { docs } = await payload.find({
        collection: 'users',
        where: { email: { equals: email } },
        limit: 1,
        depth: 0,
      })
      const [user] = docs
      if (!user) throw new OperatorError(await unknownUser(email))
      const { password, isGenerated } = await choosePassword()
      await payload.update({ collection: 'users', id: user.id, data: { password } })
      return isGenerated ? password : null

      async function unknownUser(wanted: string): Promise<string> {
        const { totalDocs } = await payload.count({ collection: 'users' })
        return totalDocs === 0
          ? 'Chưa có tài khoản nào. Tạo tài khoản đầu tiên: npm run cms -- user-add'
          : `Không có tài khoản ${wanted}. Hãy xem lại địa chỉ trong mục Người dùng của phần quản trị.`
      }
    })
    console.log(`Đã đổi mật khẩu của ${email}; mọi phiên đăng nhập của tài khoản này đã kết thúc.`)
    if (generated) console.log(`Mật khẩu mới, chỉ hiện một lần: ${generated}`)
    return 0
  },
}
