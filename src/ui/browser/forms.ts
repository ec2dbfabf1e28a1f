const submitButtons = (form: HTMLFormElement) => form.querySelectorAll<HTMLButtonElement>('button[type=submit]')

const changed = new Set<HTMLFormElement>()

document.querySelector<HTMLElement>('[data-error-summary]')?.focus()

document.addEventListener('input', ({ target }) => {
  const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-warn-unsaved]') : null
  if (form !== null) changed.add(form)
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
  changed.delete(form)
  if (form.method !== 'post') return
  // After the event: a button that is disabled at once would not send its own name and value.
  setTimeout(() => {
    for (const button of submitButtons(form)) button.disabled = true
  })
})

// A form that its own script has sent has nothing unsaved.
document.addEventListener('saved', ({ target }) => {
  if (target instanceof HTMLFormElement) changed.delete(target)
})

// Coming back with the browser's back button shows the page as it was left, buttons disabled.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  for (const form of document.forms) for (const button of submitButtons(form)) button.disabled = false
})

window.addEventListener('beforeunload', (event) => {
  if (changed.size > 0) event.preventDefault()
})
