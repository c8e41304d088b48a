/**
 * What the operator reads about a process that fails: each failure while the pauses grow, then only
 * what is new, so that hours of the same failure are one line.
 */
export function failureReports(label: string, report: (message: string) => void) {
  let told: string | undefined
  return {
    failed(reason: string, delayMs: number, isLongest: boolean): void {
      if (told === reason) return
      const message = `Tiến trình ${label} dừng (${reason}); khởi động lại sau ${delayMs / 1000} giây.`
      report(
        isLongest ? `${message} Nếu vẫn dừng như vậy thì cứ thế thử lại, không báo thêm.` : message,
      )
      told = isLongest ? reason : undefined
    },
    recovered(): void {
      if (told !== undefined) report(`Tiến trình ${label} đã chạy lại bình thường.`)
      told = undefined
    },
    impossible(reason: string): void {
      report(
        `Không khởi động được tiến trình ${label} (${reason}), nên cổng thông tin dừng. ` +
          'Hãy chạy lại npm start để cài lại các gói.',
      )
    },
  }
}
