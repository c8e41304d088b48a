import { canSendMail } from '#cms/mail/portal-mail.ts'

/** What to do without the password where no mail server could send a link; Payload's own link else. */
export const ForgottenPassword = () =>
  canSendMail() ? null : (
    <p className="forgotten-password">
      Quên mật khẩu? Hãy nhờ người quản trị đặt lại mật khẩu cho bạn.
    </p>
  )
