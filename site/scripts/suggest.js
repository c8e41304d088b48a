// Titles while somebody types in a search box: a combobox with a list of links. Loaded when the box
// gets the focus; without it the form is sent as it is.
const WAIT_MS = 120
const SHORTEST = 2
let boxes = 0

export default function enable(input) {
  const list = Object.assign(document.createElement('ul'), {
    className: 'suggestions',
    hidden: true,
  })
  const said = Object.assign(document.createElement('p'), { className: 'hidden-text' })
  list.id = `suggestions-${(boxes += 1)}`
  list.role = 'listbox'
  list.ariaLabel = 'Gợi ý'
  said.role = 'status'
  // A box of the kind "search" may not be a combobox.
  input.type = 'text'
  input.enterKeyHint = 'search'
  input.autocomplete = 'off'
  input.role = 'combobox'
  input.ariaAutoComplete = 'list'
  input.ariaExpanded = 'false'
  input.setAttribute('aria-controls', list.id)
  input.closest('.search-box').append(list, said)

  let timer
  let asking
  let chosen = -1

  const close = () => {
    clearTimeout(timer)
    asking?.abort()
    list.hidden = true
    input.ariaExpanded = 'false'
    choose(-1)
  }
  const choose = (at) => {
    list.children[chosen]?.setAttribute('aria-selected', 'false')
    chosen = at
    const option = list.children[at]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((one, at) => optionOf(one, `${list.id}-${at}`)))
    choose(-1)
    list.hidden = suggestions.length === 0
    input.ariaExpanded = String(!list.hidden)
    said.textContent = list.hidden
      ? ''
      : `Có ${suggestions.length} gợi ý, dùng phím mũi tên lên, xuống để chọn.`
  }
  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    try {
      const query = new URLSearchParams({ q: input.value })
      const answer = await fetch(`${input.dataset.suggestions}?${query}`, { signal })
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] }
      if (!signal.aborted) show(suggestions)
    } catch {
      // Offline, or typed on: what is shown stays.
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    if (input.value.trim().length < SHORTEST) close()
    else timer = setTimeout(ask, WAIT_MS)
  })
  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = event
    const count = list.children.length
    // Keys that put a Vietnamese mark belong to the keyboard.
    if (isComposing || list.hidden) return
    if (key === 'Escape') {
      close()
      event.preventDefault()
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1)
      event.preventDefault()
    } else if (key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      location.assign(list.children[chosen].dataset.path)
    }
  })
  input.addEventListener('blur', close)
  // The box keeps the focus while something is chosen with the mouse.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const path = target.closest('[role=option]')?.dataset.path
    if (path) location.assign(path)
  })
  if (input.value.trim().length >= SHORTEST && input.value !== input.defaultValue) void ask()
}

function optionOf({ title, path, kind }, id) {
  const option = document.createElement('li')
  option.role = 'option'
  option.id = id
  option.dataset.path = path
  option.setAttribute('aria-selected', 'false')
  option.append(title, Object.assign(document.createElement('small'), { textContent: kind }))
  return option
}
