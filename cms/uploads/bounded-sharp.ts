import sharp from 'sharp'
import type { SharpDependency } from 'payload'

/** Stored pictures have 16 million (reading/clean-picture.ts); whatever is larger came another way. */
const MAX_PIXELS = 50_000_000
const LONGEST_SECONDS = 20

// Several uploads at once make their sizes side by side; each takes one thread, and none keeps what
// it has unpacked.
sharp.cache(false)
sharp.concurrency(1)

/** Makes the sizes of pictures, which were written anew before: with limits of pixels and of time. */
export const boundedSharp: SharpDependency = (input, options) =>
  sharp(input, { ...options, limitInputPixels: MAX_PIXELS }).timeout({ seconds: LONGEST_SECONDS })
