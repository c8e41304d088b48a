import { v7 as uuidv7 } from 'uuid'
import type { TextField } from 'payload'

/**
 * The id of every document: a time-ordered UUID (RFC 9562, version 7) as text, the same on every
 * database, so that copies and backups need no remapping.
 */
export const idField = (): TextField => ({
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => uuidv7(),
  admin: { hidden: true },
})
