/** Names that Payload itself keeps in a document; no sender has a say in them. */
const EVERYWHERE = ['id', '_id', '__v', 'createdAt', 'updatedAt', 'globalType'] as const

/** Of accounts: what proves who somebody is. The password itself is sent, and hashed. */
const ACCOUNTS = [
  'hash',
  'salt',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'sessions',
  'loginAttempts',
  'lockUntil',
  'apiKey',
  'apiKeyIndex',
  'enableAPIKey',
  '_verified',
  '_verificationToken',
  '_strategy',
] as const

/** Of uploads: what is read from the file. Where to crop (focalX, focalY) is the editor's choice. */
const UPLOADS = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'url',
  'thumbnailURL',
  'sizes',
  'prefix',
  '_objectKey',
] as const

/** What Payload alone writes in a document of such a collection, beside `deletedAt`. */
export function payloadsOwnFields(kind: {
  readonly auth?: unknown
  readonly upload?: unknown
}): readonly string[] {
  return [...EVERYWHERE, ...(kind.auth ? ACCOUNTS : []), ...(kind.upload ? UPLOADS : [])]
}
