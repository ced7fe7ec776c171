import { type ApiContract, type ContractJson, contractFromJson } from '@topgate/contracts'
import { resultWords } from '../docs/tool/result-words.ts'
import type { Language } from '../language.ts'
import { copyAsButtons } from './tool/copy-as.ts'
import { sendCall } from './tool/send-call.ts'
import { resultOf, type Sent } from './tool/show-result.ts'
import { signCall } from './tool/signed-call.ts'
import { fillFromLink, readForm } from './tool/tool-form.ts'

/** The API tool: signs in the page, sends, and shows what happened. */
const root = document.querySelector('[data-tool]')
const form = document.querySelector('.tool-form')
const place = document.querySelector('[data-result]')
if (
  root instanceof HTMLElement &&
  form instanceof HTMLFormElement &&
  place instanceof HTMLElement
) {
  install(root, form, place)
}

function install(root: HTMLElement, form: HTMLFormElement, place: HTMLElement): void {
  const language: Language = root.dataset.language === 'en' ? 'en' : 'zh'
  const contract = loadContract(root.dataset.tool ?? '')
  fillFromLink()
  addEventListener('hashchange', fillFromLink)
  openChoice()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(contract, form, place, language)
  })
}

async function loadContract(address: string): Promise<ApiContract> {
  const response = await fetch(address)
  return contractFromJson((await response.json()) as ContractJson)
}

async function send(
  contract: Promise<ApiContract>,
  form: HTMLFormElement,
  place: HTMLElement,
  language: Language,
): Promise<void> {
  const words = resultWords[language]
  const button = form.querySelector('button')
  if (button !== null) button.disabled = true
  place.textContent = words.sending
  try {
    const input = readForm()
    const api = await contract
    const call = signCall(api, input, Date.now())
    const exchange = await sendCall(call.parameters)
    const whyPath = place.closest<HTMLElement>('[data-tool]')?.dataset.why
    const sent: Sent = { api, input, call, exchange, whyPath }
    // Made by our template, which escapes everything that came from the form or the server.
    place.innerHTML = String(resultOf(sent, language))
    place.querySelector('#tool-answer')?.closest('.code')?.after(copyAsButtons(sent, language))
    // The button stays in sight beside a long form; the verdict may be a screen away.
    place.querySelector('#tool-verdict')?.scrollIntoView({ block: 'nearest' })
  } catch {
    place.textContent = `${words.failed}. ${words.failedHint}`
  } finally {
    if (button !== null) button.disabled = false
  }
}

/** Choosing another API opens it; the button beside the list is for those without a script. */
function openChoice(): void {
  const list = document.getElementById('tool-method')
  list?.addEventListener('change', () => list.closest('form')?.requestSubmit())
}
