/** Markup that is safe to send. Only `html` and `trusted` make it, so text cannot pass for it. */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

/** What may stand in a template. `undefined`, `null` and `false` print nothing. */
export type Part = Html | string | number | bigint | false | null | undefined | readonly Part[]

/** A template whose values are escaped, for text and for quoted attribute values alike. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = fixed[0] ?? ''
  parts.forEach((part, index) => {
    markup += markupOf(part) + (fixed[index + 1] ?? '')
  })
  return new Html(markup)
}

/** Markup that came from our own code and not from data. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

function markupOf(part: Part): string {
  if (part === undefined || part === null || part === false) return ''
  if (part instanceof Html) return part.toString()
  if (typeof part === 'object') return part.map(markupOf).join('')
  return escapeText(String(part))
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)
}
