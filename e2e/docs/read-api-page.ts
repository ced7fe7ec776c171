import type { Page } from 'playwright-core'

/** An API page as a visitor's browser has it, in the shape in which stored pages are read. */
export interface SeenPage {
  readonly notice: string | undefined
  readonly crumbs: string
  readonly title: string
  readonly description: string
  /** Titles of the sections, in order. */
  readonly sections: readonly string[]
  readonly requestHeadings: readonly string[]
  readonly responseHeadings: readonly string[]
  readonly request: readonly SeenRow[]
  readonly response: readonly SeenRow[]
  readonly sampleTabs: readonly string[]
  readonly java: string
  readonly xml: string
  readonly errorXml: string
  readonly errorJson: string
  readonly toTop: string
}

export interface SeenRow {
  readonly marked: boolean
  readonly depth: number
  /** Cells that are not empty, without 更多限制, which the pages leave empty. */
  readonly cells: readonly string[]
}

/** Reads the page out of the document; what tabs hide is read as well. */
export function readApiPage(page: Page): Promise<SeenPage> {
  return page.evaluate(() => {
    const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? ''
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? '')
    const rows = (side: 'request' | 'response') =>
      [...document.querySelectorAll(`#${side} tbody tr`)].map((row) => {
        const cells = [...row.children].map((cell) => {
          const copy = cell.cloneNode(true) as Element
          for (const extra of copy.querySelectorAll('.badge, .branch')) extra.remove()
          return copy.textContent?.trim() ?? ''
        })
        if (side === 'request') cells.splice(4, 1)
        return {
          marked: row.querySelector('.branch') !== null,
          depth: Number(/depth-(\d)/.exec(row.children[0]?.className ?? '')?.[1]),
          cells: cells.filter((cell) => cell !== ''),
        }
      })
    return {
      notice: document.querySelector('#notice')?.textContent?.trim(),
      crumbs: text('.crumbs'),
      title: text('h1').replace(/\s+/g, ' '),
      description: text('#description'),
      sections: texts('article h2'),
      requestHeadings: texts('#request thead th'),
      responseHeadings: texts('#response thead th'),
      request: rows('request'),
      response: rows('response'),
      sampleTabs: texts('#request-samples .tab-list label'),
      java: text('#sample-java'),
      xml: text('#answer-xml'),
      errorXml: text('#error-xml'),
      errorJson: text('#error-json'),
      toTop: text('article > .to-top'),
    }
  })
}
