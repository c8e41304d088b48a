/** How long an answer took, in words. */
export function answerTime(workingDays: number | null): string {
  return workingDays ? `sau ${workingDays} ngày làm việc` : 'trong ngày'
}
