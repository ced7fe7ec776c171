import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { catalogue } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { eachSandbox } from '../testing/start-server.ts'
import { steadyAnswer } from '../testing/steady-answer.ts'

const shell = promisify(execFile)

/** The code of an element of a page, as a visitor would copy it. */
async function codeOf(serverUrl: string, method: string, id: string): Promise<string> {
  const page = await (await fetch(`${serverUrl}/docs/api/${method}`)).text()
  const markup = new RegExp(`<code id="${id}">(.*?)</code>`, 's').exec(page)?.[1]
  if (markup === undefined) throw new Error(`${method} has no ${id}`)
  return unescapeHtml(markup.replace(/<[^>]+>/g, ''))
}

function unescapeHtml(text: string): string {
  const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => characters[name] ?? '')
}

eachSandbox('the CURL sample', (server) => {
  describe.each(catalogue.map((api) => [api.method, api] as const))('of %s', (method, api) => {
    it('pasted into a shell, is answered as the page says', async () => {
      const command = await codeOf(server().url, method, 'sample-curl')
      const { stdout } = await shell('sh', ['-c', command])
      const { sandboxAnswer } = api.guide
      if (sandboxAnswer === undefined) expect(stdout).not.toContain('error_response')
      else expect(steadyAnswer(stdout)).toEqual(steadyAnswer(sandboxAnswer.body))
    })
  })
})
