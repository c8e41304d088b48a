/** What to do without the password; there is no mail server that could send a link. */
export const ForgottenPassword = () => (
  <p className="forgotten-password">
    Quên mật khẩu? Hãy nhờ người quản trị đặt lại mật khẩu cho bạn.
  </p>
)
