import { FileRefused } from '#cms/reading/file-refused.ts'

/** Why a file cannot be imported, in Vietnamese, for the person who asked for it. */
export class UnreadableFile extends FileRefused {
  constructor(message: string, options?: ErrorOptions) {
    super('file_unreadable', message, options)
    this.name = 'UnreadableFile'
  }
}
