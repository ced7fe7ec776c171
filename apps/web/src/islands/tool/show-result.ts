import { type Advice, type ApiContract, adviseDecline, adviseError } from '@topgate/contracts'
import { type Outcome, readAnswer } from '@topgate/protocol'
import { codeBlock, type Tone, table } from '../../components.ts'
import { type ResultWords, resultWords } from '../../docs/tool/result-words.ts'
import { highlight } from '../../highlight.ts'
import { type Html, html } from '../../html.ts'
import { inLanguage, type Language } from '../../language.ts'
import { type Exchange, requestText } from './send-call.ts'
import { formulaOf, type SignedCall } from './signed-call.ts'
import { linkOf, type ToolInput } from './tool-form.ts'

export interface Sent {
  readonly api: ApiContract
  readonly input: ToolInput
  readonly call: SignedCall
  readonly exchange: Exchange | undefined
  /** Where calls are explained; undefined: not here. */
  readonly whyPath: string | undefined
}

/** Everything about a call that was just made: verdict and answer first, then how it came about. */
export function resultOf(sent: Sent, language: Language): Html {
  const words = resultWords[language]
  return html`${verdict(sent, language)}
<h3>${words.signing}</h3>
${signingSteps(sent, language)}
<h3>${words.request}</h3>
${codeBlock('tool-request', requestText(sent.call.parameters), language, { wrap: true })}
<h3>${words.link}</h3>
${codeBlock('tool-link', linkOf(sent.input), language, { wrap: true })}`
}

function verdict({ api, exchange, whyPath }: Sent, language: Language): Html {
  const words = resultWords[language]
  if (exchange === undefined) {
    return note('bad', words.failed, html`<p>${words.failedHint}</p>`)
  }
  const { outcome, requestId, pretty } = readAnswer(exchange.body, api.method, api)
  const grammar = exchange.body.trimStart().startsWith('<') ? 'xml' : 'json'
  const isFailed = outcome.kind === 'error' || outcome.kind === 'declined'
  return html`${outcomeNote(outcome, api, words, language)}${isFailed && whyLink(requestId, whyPath, language)}
<h3>${words.answer}</h3>
<p class="quiet">${words.time(exchange.elapsedMs, exchange.status)}</p>
${codeBlock('tool-answer', highlight(pretty, grammar), language)}`
}

/** To the page that shows what came in, each check, and the call repaired. */
function whyLink(
  requestId: string | undefined,
  path: string | undefined,
  language: Language,
): Html | false {
  if (path === undefined || requestId === undefined) return false
  const href = inLanguage(`${path}/${encodeURIComponent(requestId)}`, language)
  return html`<p><a id="tool-why" href="${href}">${resultWords[language].why}</a></p>`
}

function outcomeNote(
  outcome: Outcome,
  api: ApiContract,
  words: ResultWords,
  language: Language,
): Html {
  switch (outcome.kind) {
    case 'success':
      return note('good', words.success, html``)
    case 'unreadable':
      return note('bad', words.unreadable, html``)
    case 'declined': {
      const advice = adviseDecline(outcome.code, api)
      const title = `${words.declined}: ${outcome.code ?? ''}`
      return note('caution', title, adviceOf(advice, undefined, words, language))
    }
    case 'error': {
      const advice = adviseError(outcome.code, outcome.subCode, api)
      const title = `${words.refused}: ${outcome.code} ${outcome.msg}`
      return note('bad', title, adviceOf(advice, outcome.subMsg, words, language))
    }
    default:
      return outcome satisfies never
  }
}

function adviceOf(
  { cause, remedy }: Advice,
  found: string | undefined,
  words: ResultWords,
  language: Language,
): Html {
  return html`<dl class="advice">${
    found !== undefined && html`<dt>${words.server}</dt><dd id="tool-finding">${found}</dd>`
  }<dt>${words.cause}</dt><dd>${cause[language]}</dd><dt>${words.remedy}</dt><dd id="tool-remedy">${remedy[language]}</dd></dl>`
}

function note(tone: Tone, title: string, text: Html): Html {
  return html`<div class="note is-${tone}" id="tool-verdict"><p><strong>${title}</strong></p>${text}</div>`
}

function signingSteps({ input, call }: Sent, language: Language): Html {
  const words = resultWords[language]
  const rows = call.sorted.map(
    ([name, value]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td class="is-value"><code>${name === 'session' ? `${value.slice(0, 4)}…` : value}</code></td></tr>`,
  )
  const session = input.session
  const text = session === '' ? call.text : call.text.replace(session, `${session.slice(0, 4)}…`)
  return html`<ol class="steps">
<li><p>${words.stepSort}</p>${table(words.stepSort, [words.name, words.value], rows)}</li>
<li><p>${words.stepJoin}</p>${codeBlock('tool-text', text, language, { wrap: true })}</li>
<li><p>${words.stepDigest}</p>${codeBlock('tool-sign', `${formulaOf(input)}\n= ${call.sign}`, language, { wrap: true })}</li>
</ol>`
}
