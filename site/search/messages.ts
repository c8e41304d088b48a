import type { Call, CallReply } from '#site/server/remote-calls.ts'

/** What the search worker is started with. */
export interface SearchStart {
  /** The index; its folder need not exist. */
  readonly file: string
}

/** Main thread → search worker: calls of Search, replies to what it asked, and that something changed. */
export type SearchOrder = Call | CallReply | 'changed' | 'stop'

/** Search worker → main thread. */
export type SearchReply =
  CallReply | { readonly asks: Call } | { readonly tells: SearchState | SearchFailure | 'building' }

export interface SearchState {
  readonly items: number
  /** Not while the index is being built for the first time. */
  readonly isWhole: boolean
  /** Answers may be others than before. */
  readonly isChanged: boolean
}

export interface SearchFailure {
  readonly failed: string
  /** The index was thrown away, and is built anew. */
  readonly isBroken: boolean
}
