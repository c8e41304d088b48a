/** A call of a function that lives in another thread, as it is posted. */
export interface Call {
  readonly call: number
  readonly name: string
  readonly args: readonly unknown[]
}

export type CallReply =
  | { readonly answered: number; readonly output: unknown }
  | { readonly answered: number; readonly failed: string }

/** The other thread is gone, or could not do what it was asked. */
export class CallFailedError extends Error {}

type Functions = object

/** Functions of another thread, as this one calls them. */
export interface RemoteCalls<Target extends Functions> {
  readonly target: Target
  settle(reply: CallReply): void
  /** The other thread will answer nothing more of what it was asked. */
  failAll(because: string): void
}

/** @param names of the functions, all of them asynchronous */
export function remoteCalls<Target extends Functions>(
  names: readonly (keyof Target & string)[],
  post: (call: Call) => void,
): RemoteCalls<Target> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  const call = (name: string, args: readonly unknown[]) => {
    const settling = Promise.withResolvers<unknown>()
    last += 1
    waiting.set(last, settling)
    post({ call: last, name, args })
    return settling.promise
  }
  const functions = names.map((name) => [name, (...args: unknown[]) => call(name, args)])
  return {
    target: Object.fromEntries(functions) as Target,
    settle(reply) {
      const settling = waiting.get(reply.answered)
      waiting.delete(reply.answered)
      if ('failed' in reply) settling?.reject(new CallFailedError(reply.failed))
      else settling?.resolve(reply.output)
    },
    failAll(because) {
      for (const settling of waiting.values()) settling.reject(new CallFailedError(because))
      waiting.clear()
    },
  }
}

/**
 * Does what another thread asks of a target; a failure is an answer too.
 * @param failed is told what the failure was
 */
export async function answerCall(
  target: Functions,
  { call, name, args }: Call,
  failed: (error: unknown) => void = () => {},
): Promise<CallReply> {
  try {
    const asked = (target as Record<string, unknown>)[name] as (
      ...args: readonly unknown[]
    ) => Promise<unknown>
    return { answered: call, output: await asked(...args) }
  } catch (error) {
    failed(error)
    return { answered: call, failed: error instanceof Error ? error.message : String(error) }
  }
}
