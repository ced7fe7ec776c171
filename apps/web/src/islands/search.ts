import type { SearchGroup, SearchSuggestion } from '../suggestion.ts'

const LIST_ID = 'search-suggestions'

/** The search box of the header answers as one types: a combobox with a list below it. */
export function installSearch(): void {
  const input = document.querySelector('input[data-search]')
  if (input instanceof HTMLInputElement) new SearchBox(input)
}

class SearchBox {
  readonly #input: HTMLInputElement
  readonly #list = document.createElement('div')
  #options: readonly HTMLElement[] = []
  #asked: AbortController | undefined
  #active = -1

  constructor(input: HTMLInputElement) {
    this.#input = input
    this.#list.id = LIST_ID
    this.#list.className = 'suggestions'
    this.#list.role = 'listbox'
    this.#list.ariaLabel = input.ariaLabel ?? input.placeholder
    this.#list.hidden = true
    input.after(this.#list)
    input.role = 'combobox'
    input.setAttribute('aria-controls', LIST_ID)
    input.setAttribute('aria-autocomplete', 'list')
    input.ariaExpanded = 'false'
    input.addEventListener('input', () => void this.#ask())
    input.addEventListener('focus', () => void this.#ask())
    input.addEventListener('keydown', (event) => this.#onKey(event))
    input.addEventListener('blur', () => this.#close())
    // A press on the list would take the focus from the box before the click arrives.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
  }

  async #ask(): Promise<void> {
    this.#asked?.abort()
    const query = this.#input.value.trim()
    if (query === '') return this.#close()
    this.#asked = new AbortController()
    const url = new URL(this.#input.dataset.search ?? '', location.href)
    url.searchParams.set('q', query)
    try {
      const response = await fetch(url, { signal: this.#asked.signal })
      if (response.ok) this.#show((await response.json()) as readonly SearchGroup[])
    } catch {
      // Aborted by the next letter, or the server is away: Enter still searches.
    }
  }

  #show(groups: readonly SearchGroup[]): void {
    this.#active = -1
    this.#input.removeAttribute('aria-activedescendant')
    this.#list.replaceChildren(...groups.map(groupOf))
    this.#options = [...this.#list.querySelectorAll('a')]
    this.#options.forEach((option, index) => {
      option.id = `${LIST_ID}-${index}`
    })
    this.#setOpen(groups.length > 0 && document.activeElement === this.#input)
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#list.hidden) return
    if (event.key === 'Escape') {
      // The first press closes the list; the second one, as the browser has it, empties the box.
      event.preventDefault()
      this.#close()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      this.#move(event.key === 'ArrowDown' ? 1 : -1)
    }
    if (event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault()
      this.#options[this.#active]?.click()
    }
  }

  #move(step: 1 | -1): void {
    const count = this.#options.length
    this.#active = (this.#active + step + count + (this.#active < 0 && step < 0 ? 1 : 0)) % count
    for (const [index, option] of this.#options.entries()) {
      option.ariaSelected = String(index === this.#active)
    }
    const option = this.#options[this.#active]
    this.#input.setAttribute('aria-activedescendant', option?.id ?? '')
    option?.scrollIntoView({ block: 'nearest' })
  }

  #close(): void {
    this.#asked?.abort()
    this.#setOpen(false)
  }

  #setOpen(isOpen: boolean): void {
    this.#list.hidden = !isOpen
    this.#input.ariaExpanded = String(isOpen)
  }
}

function groupOf({ kind, label, suggestions }: SearchGroup): HTMLElement {
  const group = document.createElement('div')
  group.role = 'group'
  group.ariaLabel = label
  group.className = `is-${kind}`
  group.append(...suggestions.map(optionOf))
  return group
}

function optionOf({ href, name, title, where }: SearchSuggestion): HTMLElement {
  const option = document.createElement('a')
  option.role = 'option'
  option.ariaSelected = 'false'
  option.href = href
  option.tabIndex = -1
  option.append(part('suggestion-name', name), part('suggestion-title', title))
  option.append(part('suggestion-where', where))
  return option
}

function part(className: string, text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = text
  return span
}
