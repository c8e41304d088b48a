import type { Payload } from 'payload'
import { databaseOfPortal } from '#cms/database/opened.ts'
import { messageOf } from '#cms/database/write-stop.ts'
import { isInForce } from '#cms/database/control.ts'

/** Why nothing can be saved at present, in words for editors; `null` where saving works. */
export async function writeStopNow(payload: Payload): Promise<string | null> {
  const stop = await databaseOfPortal(payload).control.writeStop()
  return isInForce(stop) ? messageOf(stop) : null
}
