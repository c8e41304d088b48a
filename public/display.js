// Enhancement only: applies the reader's choice before the first paint. Without it the form sets a
// cookie and the server answers with the choice.
const root = document.documentElement
const names = ['text', 'mode']

for (const name of names) {
  try {
    const value = localStorage.getItem(name)
    if (value) root.dataset[name] = value
  } catch {
    // Storage is off: the choice lasts for this page.
  }
}

addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('.display form')
  if (!form) return
  for (const name of names) {
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
})
