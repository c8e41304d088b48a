import type { AfterErrorHook } from 'payload'
import { diskFull } from '#cms/uploads/free-space.ts'

/** A disk without room, met while a file or a row was written: says so instead of "went wrong". */
export const explainFullDisk: AfterErrorHook = ({ error, req }) => {
  // Payload hides why a file could not be written, and bundles drop the names of its errors; files
  // are judged before, so it is the disk.
  const isUnwritten = error.message === req.t('error:problemUploadingFile')
  if (!isUnwritten && !isDiskFull(error)) return
  const { data, message, name, status } = diskFull()
  return { status, response: { errors: [{ name, message, data }] } }
}

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isFull = /SQLITE_FULL|ENOSPC|EDQUOT|disk is full|no space left/.test(error.message)
  return isFull || isDiskFull(error.cause)
}
