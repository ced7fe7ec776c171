import { type DocumentedApi, type Field, type Fields, topTypeName } from '@topgate/contracts'
import { escapeXml, itemName, parseJson, responseRoot, writeJsonIndented } from '@topgate/protocol'
import { exampleText, jsonExample } from './sample-values.ts'

const STEP = '    '

/** The sample answer as the pages print it: indented, without `request_id`. */
export function xmlAnswerSample(api: DocumentedApi): string {
  const root = responseRoot(api.method)
  return xmlElement(root, xmlMembers(api.response, STEP), '')
}

function xmlMembers(fields: Fields, indent: string): string[] {
  return Object.entries(fields).map(([name, field]) => xmlField(name, field, indent))
}

function xmlField(name: string, field: Field, indent: string): string {
  const inner = indent + STEP
  if (field.kind === 'struct') return xmlElement(name, xmlMembers(field.fields, inner), indent)
  if (field.kind === 'list') {
    const item = xmlField(itemName(topTypeName(field.item)), field.item, inner)
    return xmlElement(name, [item], indent)
  }
  return `${indent}<${name}>${escapeXml(exampleText(field))}</${name}>`
}

function xmlElement(name: string, children: readonly string[], indent: string): string {
  if (children.length === 0) return `${indent}<${name}></${name}>`
  return `${indent}<${name}>\n${children.join('\n')}\n${indent}</${name}>`
}

/** The same in JSON; simplified: without the root and with plain arrays. */
export function jsonAnswerSample(api: DocumentedApi, form: 'json' | 'simplified'): string {
  const answer = jsonObject(api.response, form)
  return indentJson(
    form === 'simplified' ? answer : `{${JSON.stringify(responseRoot(api.method))}:${answer}}`,
  )
}

function jsonObject(fields: Fields, form: 'json' | 'simplified'): string {
  const members = Object.entries(fields).map(
    ([name, field]) => `${JSON.stringify(name)}:${jsonField(field, form)}`,
  )
  return `{${members.join(',')}}`
}

function jsonField(field: Field, form: 'json' | 'simplified'): string {
  if (field.kind === 'struct') return jsonObject(field.fields, form)
  if (field.kind !== 'list') return jsonExample(field)
  const items = `[${jsonField(field.item, form)}]`
  if (form === 'simplified') return items
  return `{${JSON.stringify(itemName(topTypeName(field.item)))}:${items}}`
}

/** Compact JSON on many lines, with every digit as it stands; anything else stays as it is. */
export function indentJson(text: string): string {
  const parsed = parseJson(text)
  return 'value' in parsed ? writeJsonIndented(parsed.value) : text
}
