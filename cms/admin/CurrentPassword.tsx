'use client'
import { FieldDescription, PasswordField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

const DESCRIPTION =
  'Chỉ cần khi đổi mật khẩu hoặc thư điện tử. Sửa tài khoản của người khác thì cũng nhập mật khẩu của chính bạn.'

const isAlwaysGood = () => true as const

/** The password of who is logged in, hidden while typed. Whether it is needed and right says the server. */
export const CurrentPassword: TextFieldClientComponent = ({ field, path }) => (
  <>
    <PasswordField
      autoComplete="current-password"
      field={field}
      path={path}
      validate={isAlwaysGood}
    />
    <FieldDescription description={DESCRIPTION} path={path} />
  </>
)
