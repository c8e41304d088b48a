/** How long a link to a new password is good. */
export const RESET_LIFETIME_MS = 60 * 60 * 1_000

export interface ResetMail {
  readonly subject: string
  readonly text: string
}

/**
 * The mail to who forgot the password.
 * @param token as Payload stores it with the account
 */
export function resetMail(name: string, cmsUrl: string, token: string): ResetMail {
  const link = `${cmsUrl}/admin/reset/${token}`
  const paragraphs = [
    `Chào ${name},`,
    `Có người vừa đề nghị đặt mật khẩu mới cho tài khoản của bạn ở phần quản trị cổng thông tin (${cmsUrl}). Nếu đó là bạn, hãy mở đường dẫn sau để đặt mật khẩu mới:`,
    link,
    'Đường dẫn dùng được một lần, trong 1 giờ. Đặt mật khẩu mới xong, mọi nơi đang đăng nhập tài khoản này đều phải đăng nhập lại.',
    'Nếu bạn không đề nghị, hãy bỏ qua thư này: mật khẩu không thay đổi. Nếu thư như thế đến nhiều lần, hãy báo người quản trị.',
  ]
  return {
    subject: 'Đặt mật khẩu mới cho tài khoản quản trị',
    text: `${paragraphs.join('\n\n')}\n`,
  }
}
