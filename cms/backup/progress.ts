/** Told, many times, how far a long piece of work is. */
export type Progress = (step: string, done: number, total: number) => void
