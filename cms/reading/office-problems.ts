import { FileRefused } from './file-refused.ts'

export const encrypted = () =>
  new FileRefused(
    'file_encrypted',
    'Tệp đặt mật khẩu nên người đọc không mở được. Hãy bỏ mật khẩu rồi tải lên.',
  )

export const macros = () =>
  new FileRefused(
    'file_has_macros',
    'Tệp có macro, có thể gây hại cho máy người đọc. Hãy lưu lại dạng .docx hoặc .xlsx (không macro) rồi tải lên.',
  )

export const broken = () =>
  new FileRefused(
    'file_broken',
    'Tệp bị hỏng hoặc tải lên chưa trọn vẹn, không mở được. Hãy mở tệp trên máy, lưu lại rồi tải lên.',
  )
