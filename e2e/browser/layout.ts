import type { Page } from 'playwright-core'

const HEIGHT = 900

/** What of a page does not fit a desk or a phone, as one line for each piece. */
export async function layoutFindings(page: Page): Promise<string[]> {
  const usual = page.viewportSize()
  const found: string[] = []
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: HEIGHT })
    found.push(...(await findMisfits(page)))
  }
  found.push(...(await findWideTables(page)))
  if (usual !== null) await page.setViewportSize(usual)
  return found
}

/** What lies over something else, or sticks out of what holds it. */
function findMisfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { documentElement } = document
    if (documentElement.scrollWidth > documentElement.clientWidth) found.push('the page is wider')
    for (const cell of document.querySelectorAll('th, td')) {
      const isOut = cell.scrollWidth > cell.clientWidth + 1
      if (isOut && cell.clientWidth > 0) found.push(`sticks out of its cell: ${cell.textContent}`)
    }
    for (const button of document.querySelectorAll('.copy')) {
      const code = button.parentElement?.querySelector('pre')
      const [a, b] = [button.getBoundingClientRect(), code?.getBoundingClientRect()]
      if (b === undefined || a.width === 0) continue
      const isOver = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
      if (isOver) found.push(`the button lies over its code: ${code?.textContent}`)
    }
    return found
  })
}

/** Tables of which a part is out of sight. */
function findWideTables(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('.table-box'))
      .filter((box) => box.scrollWidth > box.clientWidth)
      .map((box) => `a part is out of sight: ${box.getAttribute('aria-label')}`),
  )
}
