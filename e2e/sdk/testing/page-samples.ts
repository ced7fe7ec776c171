import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { codeSample, type SampleLanguage } from '@topgate/codegen'
import { type ApiContract, catalogue, documentServed } from '@topgate/contracts'
import { readAnswer } from '@topgate/protocol'
import { expect } from 'vitest'
import { steadyAnswer } from '../../testing/steady-answer.ts'

/** A sample of a documentation page, letter for letter. */
export interface PageSample {
  readonly api: ApiContract
  readonly code: string
}

/** The samples of the pages of all served APIs in a language. */
export function printedSamples(language: Exclude<SampleLanguage, 'CURL'>): PageSample[] {
  return catalogue.map((api) => ({ api, code: codeSample(documentServed(api), language) }))
}

const givenPages = new URL('../../../../shared/seeds/', import.meta.url)

/**
 * The JAVA samples of the pages that this product follows, where these lie beside the project; they
 * are not ours to copy. Null elsewhere, but not in CI.
 */
export function givenJavaSamples(): PageSample[] | null {
  if (!existsSync(givenPages) && process.env.CI === undefined) return null
  return readdirSync(givenPages).map((file) => {
    const page = readFileSync(new URL(file, givenPages), 'utf8')
    const code = /TaobaoClient client = .*?System\.out\.println\(rsp\.getBody\(\)\);/s.exec(
      page,
    )?.[0]
    const request = /(\w+)Request req = /.exec(code ?? '')?.[1]
    const api = catalogue.find(({ method }) => classOf(method) === request)
    if (code === undefined || api === undefined) throw new Error(`${file} has no sample`)
    return { api, code }
  })
}

function classOf(method: string): string {
  const words = method.replace(/^taobao\./, '').split('.')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** Holds an answer against what the page of the API says that the sandbox answers. */
export function expectSampleAnswer(api: ApiContract, body: string, form: 'json' | 'xml'): void {
  expect(body.startsWith('<')).toBe(form === 'xml')
  const { outcome } = readAnswer(body, api.method, api)
  const { sandboxAnswer } = api.guide
  if (sandboxAnswer === undefined) {
    // A sandbox has nothing that the sample of a recall could take back.
    expect(['success', 'declined']).toContain(outcome.kind)
    return
  }
  expect(outcome).toEqual(readAnswer(sandboxAnswer.body, api.method, api).outcome)
  if (form === 'json') expect(steadyAnswer(body)).toEqual(steadyAnswer(sandboxAnswer.body))
}

const ANSWER_MARK = '--- answer '

/** What a program prints before the answer of its sample number `index`. */
export function answerMark(index: number): string {
  return `${ANSWER_MARK}${index}`
}

/** The answers that a program printed, each behind its mark. */
export function readAnswers(output: string): string[] {
  return output
    .split(/^--- answer \d+$/m)
    .slice(1)
    .map((text) => text.trim())
}
