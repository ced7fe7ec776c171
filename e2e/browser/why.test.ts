import { expect, it } from 'vitest'
import { APP_SECRET, charity } from '../testing/samples.ts'
import { sandboxDuring } from '../testing/start-server.ts'
import { runShell } from '../why/run-shell.ts'
import { sendChanged } from '../why/sender.ts'
import { accessibilityFindings, chromiumDuring, watchPage } from './chromium.ts'

const server = sandboxDuring()
const browser = chromiumDuring()

const looks = [
  { lang: '', colorScheme: 'light', width: 1280 },
  { lang: '?lang=en', colorScheme: 'dark', width: 1280 },
  { lang: '?lang=en', colorScheme: 'light', width: 390 },
] as const

async function lookAt(url: string): Promise<void> {
  for (const { lang, colorScheme, width } of looks) {
    const viewport = { width, height: 900 }
    const { page, foreignRequests, troubles } = await watchPage(browser(), url + lang, {
      colorScheme,
      viewport,
    })
    expect(await accessibilityFindings(page)).toEqual([])
    expect(foreignRequests).toEqual([])
    expect(troubles).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    )
    await page.context().close()
  }
}

it('a wrong call of the API tool leads to its page, whose repaired call succeeds', async () => {
  const { url } = server()
  const { page } = await watchPage(browser(), `${url}/docs/tool?lang=en`)
  await page.fill('#app-secret', 'not-the-secret')
  await page.click('.tool-send button')
  await page.click('#tool-why')
  expect(new URL(page.url()).pathname).toMatch(/^\/why\/[0-9a-z]{13}$/)
  const text = await page.innerText('main')
  for (const part of ['refused here', 'None of the known mistakes', 'UNI_9901']) {
    expect(text).toContain(part)
  }
  const script = await page.innerText('#repaired')
  const printed = await runShell(script, { TOP_APP_SECRET: APP_SECRET })
  expect(printed).toMatch(/"success":true|<success>true/)
  await page.context().close()
})

it('the page of a refused call is accessible, in every look', async () => {
  const { url } = server()
  const { requestId } = await sendChanged(url, charity(), { secret: 'wrong' })
  await lookAt(`${url}/why/${requestId}`)
})

it('the form for a request id and the status of the node are accessible, too', async () => {
  await lookAt(`${server().url}/why`)
  await sendChanged(server().url, charity(), { secret: 'wrong' })
  await lookAt(`${server().operatorUrl}/status`)
})
