/** Why a file cannot be imported, in Vietnamese, for the person who asked for it. */
export class UnreadableFile extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UnreadableFile'
  }
}
