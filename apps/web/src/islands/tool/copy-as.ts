import {
  codeSample,
  curlSample,
  type SampleLanguage,
  sampleLanguages,
  withExamples,
} from '@topgate/codegen'
import { documentServed } from '@topgate/contracts'
import { resultWords } from '../../docs/tool/result-words.ts'
import type { Language } from '../../language.ts'
import { ROUTER_PATH } from './send-call.ts'
import type { Sent } from './show-result.ts'

/** Buttons that copy the call as curl, signed as it was sent, or as code without the secret. */
export function copyAsButtons(sent: Sent, language: Language): HTMLElement {
  const words = resultWords[language]
  const row = document.createElement('p')
  row.className = 'tool-copy'
  row.append(`${words.copyAs} `)
  for (const name of sampleLanguages) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'quiet-button'
    button.textContent = name
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(textOf(sent, name)).then(() => {
        button.textContent = words.copied
        setTimeout(() => {
          button.textContent = name
        }, 1_600)
      })
    })
    row.append(button)
  }
  return row
}

function textOf({ api, input, call }: Sent, language: SampleLanguage): string {
  if (language === 'CURL') return curlSample(location.origin + ROUTER_PATH, call.parameters)
  const request = withExamples(api.request, input.values)
  return codeSample({ ...documentServed(api), request }, language)
}
