import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { OperatorError } from '#cms/operator-error.ts'
import { UsageError } from '#cms/commands/command.ts'
import { erasePersonCommand } from '#cms/commands/erase-person.ts'
import { resetPasswordCommand } from '#cms/commands/reset-password.ts'
import { userAddCommand } from '#cms/commands/user-add.ts'
import { buildComment } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
let said: string[]

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(() => portal.close())

afterEach(() => vi.restoreAllMocks())

/** Runs a command without a terminal and keeps what it says. */
async function run(command: typeof userAddCommand, ...args: string[]): Promise<number> {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
  return command.run(args, portal.config)
}

const printedPassword = () => /: (\S+)$/.exec(said.at(-1) ?? '')?.[1] ?? ''
const logIn = (email: string, password: string) =>
  portal.payload.login({ collection: 'users', data: { email, password } })

test('user-add makes an account with the printed password and the role', async () => {
  const code = await run(
    userAddCommand,
    'Lan@Example.VN',
    '--name',
    'Lê Thị Lan',
    '--role',
    'editor',
  )
  expect(code).toBe(0)
  const { user } = await logIn('lan@example.vn', printedPassword())
  expect(user).toMatchObject({ name: 'Lê Thị Lan', role: 'editor', email: 'lan@example.vn' })
})

test('user-add refuses an address that has an account, and says what to do', async () => {
  const again = run(userAddCommand, 'lan@example.vn', '--name', 'Lan', '--role', 'admin')
  await expect(again).rejects.toThrow('npm run cms -- reset-password lan@example.vn')
})

test.each([
  [['lan', '--name', 'Lan', '--role', 'admin'], '"lan" không phải là địa chỉ thư điện tử.'],
  [['b@example.vn', '--role', 'admin'], 'Thiếu --name'],
  [['b@example.vn', '--name', 'Bình', '--role', 'king'], '--role phải là một trong: admin'],
  [['--name', 'Bình', '--role', 'admin'], 'Cần đúng một địa chỉ thư điện tử.'],
])('user-add %j is refused: %s', async (args, message) => {
  const attempt = run(userAddCommand, ...args)
  await expect(attempt).rejects.toThrow(UsageError)
  await expect(attempt).rejects.toThrow(message)
})

test('reset-password gives a new password, whatever was tried before', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await expect(logIn('lan@example.vn', 'sai')).rejects.toThrow()
  }
  expect(await run(resetPasswordCommand, 'lan@example.vn')).toBe(0)
  const { user } = await logIn('lan@example.vn', printedPassword())
  expect(user?.email).toBe('lan@example.vn')
})

test('reset-password says so where there is no such account', async () => {
  const attempt = run(resetPasswordCommand, 'ai@example.vn')
  await expect(attempt).rejects.toThrow(OperatorError)
  await expect(attempt).rejects.toThrow('Không có tài khoản ai@example.vn.')
})

test('erase-person empties what was sent from an address, and says how much that was', async () => {
  const { id } = await buildComment(portal.payload, { email: 'kin@example.vn' })
  expect(await run(erasePersonCommand, 'Kin@Example.vn', '--words')).toBe(0)
  expect(said.at(-1)).toContain('1 phản hồi, 0 câu hỏi, 0 góp ý')
  const comment = await portal.payload.findByID({ collection: 'comments', id })
  expect(comment).toMatchObject({ name: '', email: '', content: '', status: 'rejected' })
  expect(await run(erasePersonCommand, 'kin@example.vn')).toBe(0)
  expect(said.at(-1)).toBe('Không có nội dung nào gửi từ kin@example.vn.')
  await expect(run(erasePersonCommand, 'kin')).rejects.toThrow(UsageError)
})
