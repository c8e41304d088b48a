'use client'
import { FieldDescription, PasswordField, useDocumentInfo, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useRef } from 'react'

const DESCRIPTION =
  'Chỉ cần khi đổi mật khẩu hoặc thư điện tử. Sửa tài khoản của người khác thì cũng nhập mật khẩu của chính bạn.'

/** Whether it is needed and right says the server. */
const isAlwaysGood = () => true as const

/** The password of who is logged in, hidden while typed and forgotten once the account is saved. */
export const CurrentPassword: TextFieldClientComponent = ({ field, path }) => {
  const { setValue } = useField<string>({ path })
  const { savedDocumentData } = useDocumentInfo()
  const savedAt: unknown = savedDocumentData?.updatedAt
  const lastSavedAt = useRef(savedAt)
  useEffect(() => {
    if (lastSavedAt.current === savedAt) return
    lastSavedAt.current = savedAt
    setValue('', true)
  }, [savedAt, setValue])
  return (
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
}
