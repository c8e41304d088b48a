interface Request {
  readonly transactionID?: unknown
}

/**
 * The id of the transaction that a request has open; `null` where there is none. Without
 * transactions Payload leaves a promise of `null` on the request, and its data loader, which sends
 * requests through JSON, makes an empty object of that.
 */
export async function openTransaction(
  req: Request | null | undefined,
): Promise<number | string | null> {
  const id: unknown = await req?.transactionID
  return typeof id === 'string' || typeof id === 'number' ? id : null
}
