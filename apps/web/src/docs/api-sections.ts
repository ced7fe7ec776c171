import { type ErrorRow, publicParameterRows, questionsOf, stepsToGet } from '@topgate/codegen'
import { type ApiContract, type Retry, retryWords } from '@topgate/contracts'
import { badge, codeBlock, type Tone, table } from '../components.ts'
import { highlight } from '../highlight.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { apiWords } from './api-words.ts'
import { guidePath, toolPath } from './frame.ts'

/** 公共参数. */
export function publicParameters(api: ApiContract, language: Language): Html {
  const words = apiWords[language]
  const rows = publicParameterRows(api).map(
    ({ name, type, isRequired, about }) =>
      html`<tr><th scope="row" class="field-name"><code>${name}</code></th><td><code>${type}</code></td><td class="${isRequired ? 'is-required' : 'is-optional'}">${isRequired ? words.required : words.optional}</td><td>${about[language]}</td></tr>`,
  )
  return html`<div class="common as-cards">${table(
    words.common,
    [words.name, words.type, words.need, words.about],
    rows,
  )}</div>`
}

/** 错误码解释: complete, with cause and remedy. */
export function errorTable(rows: readonly ErrorRow[], language: Language): Html {
  const words = apiWords[language]
  return html`<div class="errors as-cards">${table(
    words.errors,
    [words.errorCode, words.errorCause, words.errorRemedy],
    rows.map((row) => errorRow(row, language)),
  )}</div>`
}

/** The place of an error on a page that has the table of errors. */
export function errorAnchor({ id }: ErrorRow): string {
  return `error-${id}`
}

function errorRow(row: ErrorRow, language: Language): Html {
  const words = apiWords[language]
  const id = errorAnchor(row)
  return html`<tr id="${id}"><th scope="row"><a href="#${id}"><code>${row.code}</code></a>${
    row.where === 'answer' && html` ${badge(words.inAnswer, 'accent')}`
  }${row.subCode !== undefined && html`<br><code>${row.subCode}</code>`}</th><td>${row.cause[language]}${
    row.msg !== undefined && html`<br><span class="quiet">${row.msg}</span>`
  }</td><td>${row.remedy[language]}${row.guide !== null && html`${words.errorGuide}<a href="${inLanguage(guidePath(row.guide.name), language)}">${row.guide.title[language]}</a>`} ${badge(retryWords[row.retry][language], retryTones[row.retry])}</td></tr>
`
}

const retryTones: Readonly<Record<Retry, Tone>> = {
  never: 'plain',
  'same-request': 'good',
  'new-session': 'caution',
  later: 'caution',
}

/** 限制. */
export function limitTable(api: ApiContract, language: Language): Html {
  const words = apiWords[language]
  const memory = {
    durable: words.limitSignatureDurable,
    process: words.limitSignatureProcess,
    none: words.limitSignatureNone,
  }
  const rows = [
    [words.limitDeadline, words.limitDeadlineAbout(api.deadlineMs / 1000)],
    [words.limitBytes, words.limitBytesAbout(Math.round(api.parametersBytesMax / 1024))],
    [words.limitSignature, memory[api.signatureMemory]],
  ].map(([item, limit]) => html`<tr><th scope="row">${item}</th><td>${limit}</td></tr>`)
  return table(words.limits, [words.limitItem, words.limitValue], rows)
}

/** 如何获得此API: numbered steps, each with its command. */
export function getSteps(api: ApiContract, language: Language): Html {
  return html`<ol class="steps">${stepsToGet(api).map(
    ({ about, command }, index) =>
      html`<li><p>${about[language]}</p>${codeBlock(`step-${index + 1}`, highlight(command, 'shell'), language)}</li>`,
  )}</ol>`
}

/** FAQ. */
export function questions(api: ApiContract, language: Language): Html {
  return html`<div class="questions">${questionsOf(api).map(
    ({ question, answer }) =>
      html`<details><summary>${question[language]}</summary><p>${answer[language]}</p></details>`,
  )}</div>`
}

export function silentList(api: ApiContract, language: Language): Html {
  return html`<ul>${api.guide.silent.map((decision) => html`<li>${decision[language]}</li>`)}</ul>`
}

export function changeTable(api: ApiContract, language: Language): Html {
  const words = apiWords[language]
  return table(
    words.changes,
    [words.day, words.change],
    api.guide.changes.map(
      ({ day, about }) => html`<tr><th scope="row">${day}</th><td>${about[language]}</td></tr>`,
    ),
  )
}

export function toolTeaser(api: ApiContract, language: Language): Html {
  const words = apiWords[language]
  const href = inLanguage(toolPath(api.method), language)
  return html`<p>${words.toolAbout}</p><p><a class="button" href="${href}">${words.toolOpen}</a></p>`
}
