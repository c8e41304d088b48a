import { once } from 'node:events'
import { createServer } from 'node:http'

const RETRY_SECONDS = 5

export interface WaitingPage {
  close(): Promise<void>
}

/** Answers every request with a page that says that the portal is being made ready, until closed. */
export async function serveWaitingPage(port: number, host: string): Promise<WaitingPage> {
  const server = createServer((request, response) => {
    // A body that nobody reads would keep the connection from being used again.
    request.resume()
    response.writeHead(503, {
      'content-type': 'text/html; charset=utf-8',
      'retry-after': String(RETRY_SECONDS),
      'cache-control': 'no-store',
    })
    response.end(request.method === 'HEAD' ? undefined : PAGE)
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_SECONDS}">
<meta name="robots" content="noindex">
<title>Cổng thông tin đang được chuẩn bị</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px;
  box-sizing: border-box; font: 1.0625rem/1.65 system-ui, sans-serif;
  background: light-dark(#f6f8f5, #101815); color: light-dark(#17251f, #e6ede8) }
main { max-width: 36rem; border-top: 4px solid light-dark(#2f6b5c, #7fc0ab); padding-top: 24px }
h1 { font-size: 1.625rem; line-height: 1.36; margin: 0 0 12px }
p { margin: 0 0 12px }
</style>
</head>
<body>
<main>
<h1>Cổng thông tin đang được chuẩn bị</h1>
<p>Lần chạy đầu tiên, hoặc sau khi cập nhật, máy chủ cần dựng lại các trang. Việc này thường mất từ một đến ba phút.</p>
<p>Trang này tự tải lại; quý vị không cần làm gì thêm.</p>
</main>
</body>
</html>
`
