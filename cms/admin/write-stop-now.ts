import { openControl } from '#cms/database/kind.ts'
import { messageOf } from '#cms/database/write-stop.ts'
import { isInForce } from '#cms/database/control.ts'
import { readConfig } from '#shared/config.ts'

/** Why nothing can be saved at present, in words for editors; `null` where saving works. */
export async function writeStopNow(): Promise<string | null> {
  const control = await openControl(readConfig())
  try {
    const stop = await control.writeStop()
    return isInForce(stop) ? messageOf(stop) : null
  } finally {
    await control.close()
  }
}
