const SHOWN_MS = 1_600

/** Buttons that copy the text of the element named by `data-copy`. */
export function installCopyButtons(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null
    if (button instanceof HTMLButtonElement) void copy(button)
  })
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset.copy ?? '')
  if (source === null) return
  const { copied = '', copyFailed = '' } = document.body.dataset
  try {
    await navigator.clipboard.writeText(source.innerText.trim())
    say(button, copied)
  } catch {
    getSelection()?.selectAllChildren(source)
    say(button, copyFailed)
  }
}

function say(button: HTMLButtonElement, text: string): void {
  button.dataset.label ??= button.textContent ?? ''
  button.textContent = text
  setTimeout(() => {
    button.textContent = button.dataset.label ?? ''
  }, SHOWN_MS)
}
