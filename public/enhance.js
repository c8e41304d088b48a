// Enhancement only: today's date (no cached page carries it), the visit beacon with the counter it
// answers, and the buttons that need a script. The page is complete without it.
const numbers = new Intl.NumberFormat('vi-VN')

showToday()
countVisit()
enableButtons()

function showToday() {
  const now = new Date()
  const zone = { timeZone: 'Asia/Ho_Chi_Minh' }
  const part = (options) => new Intl.DateTimeFormat('vi-VN', { ...zone, ...options }).format(now)
  const month = Number(part({ month: 'numeric' }).replace(/\D/g, ''))
  const day = part({ day: '2-digit' }).replace(/\D/g, '').padStart(2, '0')
  const year = part({ year: 'numeric' }).replace(/\D/g, '')
  const date = `${day}/${month < 3 ? `0${month}` : month}/${year}`
  const weekday = part({ weekday: 'long' })
  const texts = { full: ` · ${weekday}, ${date}`, short: `${weekday}, ${date}`, print: date }
  for (const place of document.querySelectorAll('[data-today]')) {
    place.textContent = texts[place.dataset.today]
  }
  for (const place of document.querySelectorAll('[data-today-line]')) place.hidden = false
}

async function countVisit() {
  const counter = document.querySelector('[data-visits]')
  if (!counter) return
  try {
    const answer = await fetch(counter.dataset.visits, {
      method: 'POST',
      body: new URLSearchParams({ path: location.pathname }),
      keepalive: true,
    })
    if (!answer.ok) return
    const totals = await answer.json()
    for (const place of counter.querySelectorAll('[data-visit]')) {
      const value = totals[place.dataset.visit]
      if (Number.isFinite(value)) place.textContent = numbers.format(value)
    }
  } catch {
    // Offline, or the counter is down: the numbers of the page stay.
  }
}

function enableButtons() {
  const actions = {
    print: () => print(),
    copy: async (button) => {
      const label = button.querySelector('[data-label]')
      try {
        await navigator.clipboard.writeText(button.dataset.address)
        label.textContent = 'Đã chép liên kết'
      } catch {
        label.textContent = 'Chưa chép được, xin chép từ thanh địa chỉ'
      }
    },
  }
  for (const button of document.querySelectorAll('button[data-action]')) {
    const action = actions[button.dataset.action]
    if (!action) continue
    if (button.dataset.action === 'copy' && !navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', () => action(button))
  }
}
