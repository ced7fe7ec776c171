import type { ApiContract, Bilingual, DocumentedApi } from '@topgate/contracts'
import { indentJson, jsonAnswerSample, xmlAnswerSample } from './answer-samples.ts'
import { type ErrorRow, errorRows } from './api-errors.ts'
import { questionsOf } from './common-questions.ts'
import { type FieldRow, requestRows, responseRows } from './field-rows.ts'
import { stepsToGet } from './how-to-get.ts'
import { publicParameterRows } from './public-parameters.ts'
import { codeSample } from './samples/index.ts'

type Say = (text: Bilingual) => string

const words = {
  common: { zh: '公共参数', en: 'Public parameters' },
  request: { zh: '请求参数', en: 'Request parameters' },
  response: { zh: '响应参数', en: 'Response fields' },
  name: { zh: '名称', en: 'Name' },
  type: { zh: '类型', en: 'Type' },
  need: { zh: '是否必须', en: 'Required' },
  example: { zh: '示例值', en: 'Example' },
  limits: { zh: '更多限制', en: 'Limits' },
  about: { zh: '描述', en: 'Description' },
  required: { zh: '必须', en: 'required' },
  optional: { zh: '可选', en: 'optional' },
  sample: { zh: '请求示例', en: 'Request sample' },
  answer: { zh: '响应示例', en: 'Response sample' },
  actual: { zh: '真实返回', en: 'Real answer' },
  errors: { zh: '错误码解释', en: 'Error codes' },
  code: { zh: '错误码', en: 'Code' },
  cause: { zh: '错误描述', en: 'Cause' },
  remedy: { zh: '解决方案', en: 'What to do' },
  repeat: { zh: '重试', en: 'Sending again' },
  get: { zh: '如何获得此API', en: 'How to get this API' },
  silent: { zh: '页面未说明之处，我们的约定', en: 'Where the page is silent, we decided' },
  notServed: {
    zh: '仅文档：由外部描述导入，本平台不提供此服务。',
    en: 'Documentation only: imported from elsewhere, not served here.',
  },
} as const satisfies Record<string, Bilingual>

/** The page of an API as Markdown, for programs and for reading in a terminal. */
export function apiMarkdown(api: DocumentedApi, language: 'zh' | 'en'): string {
  const say: Say = (text) => text[language]
  const { served } = api
  const sections = [
    `# ${api.method} (${plain(say(api.title))})`,
    plain(say(api.description)),
    ...(served === null ? [say(words.notServed)] : [facts(served, say)]),
    ...(served === null ? [] : [`## ${say(words.common)}`, publicTable(served, say)]),
    `## ${say(words.request)}`,
    fieldTable(requestRows(api), say, true),
    `## ${say(words.response)}`,
    fieldTable(responseRows(api), say, false),
    `## ${say(words.sample)} (JAVA)`,
    fenced('java', codeSample(api, 'JAVA')),
    `## ${say(words.answer)}`,
    fenced('xml', xmlAnswerSample(api)),
    fenced('json', jsonAnswerSample(api, 'json')),
    ...(served === null ? [] : servedSections(served, say)),
  ]
  return `${sections.join('\n\n')}\n`
}

function facts(api: ApiContract, say: Say): string {
  const lines = [
    `access: ${api.access}`,
    `package: ${api.package ?? '-'}`,
    `effect: ${api.effect}`,
    `deadline: ${api.deadlineMs} ms`,
    `parameters: <= ${api.parametersBytesMax} bytes`,
    `${say(words.repeat)}: ${say(api.repeat)}`,
  ]
  return lines.map((line) => `- ${line}`).join('\n')
}

function servedSections(api: ApiContract, say: Say): string[] {
  const { sandboxAnswer, silent } = api.guide
  return [
    ...(sandboxAnswer === undefined
      ? []
      : [
          `## ${say(words.actual)}`,
          say(sandboxAnswer.why),
          fenced('json', indentJson(sandboxAnswer.body)),
        ]),
    `## ${say(words.errors)}`,
    errorMarkdown(errorRows(api), say),
    `## ${say(words.get)}`,
    ...stepsToGet(api).map(
      ({ about, command }, index) => `${index + 1}. ${say(about)}\n\n   \`${command}\``,
    ),
    '## FAQ',
    ...questionsOf(api).map(({ question, answer }) => `### ${say(question)}\n\n${say(answer)}`),
    ...(silent.length === 0
      ? []
      : [`## ${say(words.silent)}`, silent.map((decision) => `- ${say(decision)}`).join('\n')]),
  ]
}

function publicTable(api: ApiContract, say: Say): string {
  return table(
    [words.name, words.type, words.need, words.about].map(say),
    publicParameterRows(api).map(({ name, type, isRequired, about }) => [
      code(name),
      type,
      say(isRequired ? words.required : words.optional),
      say(about),
    ]),
  )
}

/** Names are whole paths, so that each row stands for itself. */
function fieldTable(rows: readonly FieldRow[], say: Say, isRequest: boolean): string {
  if (rows.length === 0) return '-'
  const headings = isRequest
    ? [words.name, words.type, words.need, words.example, words.limits, words.about]
    : [words.name, words.type, words.example, words.about]
  return table(
    headings.map(say),
    rows.map((row) => {
      const need = say(row.isRequired ? words.required : words.optional)
      const example = row.example === '' ? '' : code(row.example)
      const limits = row.limits.map(say).join('; ')
      return isRequest
        ? [code(row.path), row.type, need, example, limits, say(row.about)]
        : [code(row.path), row.type, example, say(row.about)]
    }),
  )
}

/** Errors as a table. */
export function errorMarkdown(rows: readonly ErrorRow[], say: Say): string {
  return table(
    [words.code, words.cause, words.remedy].map(say),
    rows.map(({ code: number, subCode, cause, remedy }) => [
      code(subCode === undefined ? number : `${number} ${subCode}`),
      say(cause),
      say(remedy),
    ]),
  )
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`
  return [line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(line)].join('\n')
}

/** One line, in which nothing ends a cell or begins markup. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[<>]/g, (bracket) => (bracket === '<' ? '&lt;' : '&gt;'))
    .replaceAll('|', '\\|')
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}

/** The fence is longer than any run of backticks inside. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}
