import pino, { type Logger } from 'pino'
import type { Config } from '#shared/config.ts'

/** One structured line an event. Never an address, an agent or what somebody typed. */
export function createLog(config: Config): Logger {
  return pino({ level: config.logLevel, base: { process: 'site' } }, pino.destination(1))
}
