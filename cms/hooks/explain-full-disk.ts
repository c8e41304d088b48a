import type { AfterErrorHook } from 'payload'
import { diskFull } from '#cms/uploads/free-space.ts'

/** A disk without room, met while a file or a row was written: says so instead of "went wrong". */
export const explainFullDisk: AfterErrorHook = ({ error }) => {
  if (!isDiskFull(error)) return
  const { data, message, name, status } = diskFull()
  return { status, response: { errors: [{ name, message, data }] } }
}

/** Payload hides why a file could not be written; files are judged before, so it is the disk. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isFull = /SQLITE_FULL|ENOSPC|EDQUOT|disk is full|no space left/.test(error.message)
  return error.name === 'FileUploadError' || isFull || isDiskFull(error.cause)
}
