// Enhancement only: the page is complete without it. The reader's choice of display is applied
// before the first paint; all else waits until the page is parsed. One file: one request.
const root = document.documentElement
const displayNames = ['text', 'mode']
const numbers = new Intl.NumberFormat('vi-VN')

applyDisplay()
addEventListener('DOMContentLoaded', () => {
  enableDisplayForm()
  showToday()
  void countVisit()
  enableButtons()
  enableSuggestions()
})

// Without a script the form sets a cookie, and the server answers with the choice.
function applyDisplay() {
  for (const name of displayNames) {
    try {
      const value = localStorage.getItem(name)
      if (value) root.dataset[name] = value
    } catch {
      // Storage is off: the choice lasts for this page.
    }
  }
}

function enableDisplayForm() {
  const form = document.querySelector('.display form')
  if (!form) return
  for (const name of displayNames) {
    const option = form.querySelector(`[name="${name}"][value="${root.dataset[name]}"]`)
    if (option) option.checked = true
  }
  form.addEventListener('change', ({ target }) => {
    root.dataset[target.name] = target.value
    try {
      localStorage.setItem(target.name, target.value)
    } catch {
      // As above.
    }
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    form.closest('details').open = false
  })
}

// No cached page carries the date.
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

// The counter of the page as the answer to its beacon tells it.
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

// What suggests titles is loaded by who is about to type.
function enableSuggestions() {
  for (const input of document.querySelectorAll('input[data-suggest]')) {
    const load = async () => {
      const { default: enable } = await import(input.dataset.suggest)
      enable(input)
    }
    if (input === document.activeElement) void load()
    else input.addEventListener('focus', load, { once: true })
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
