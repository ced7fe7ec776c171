import { type DocumentedApi, type Field, type Fields, topTypeName } from '@topgate/contracts'
import { escapeXml, itemName, responseRoot } from '@topgate/protocol'
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
  const members = (indent: string) => jsonMembers(api.response, form, indent)
  if (form === 'simplified') return jsonObject(members(STEP), '')
  const root = jsonObject(members(STEP + STEP), STEP)
  return jsonObject([`${STEP}"${responseRoot(api.method)}": ${root}`], '')
}

function jsonMembers(fields: Fields, form: 'json' | 'simplified', indent: string): string[] {
  return Object.entries(fields).map(
    ([name, field]) => `${indent}${JSON.stringify(name)}: ${jsonField(field, form, indent)}`,
  )
}

function jsonField(field: Field, form: 'json' | 'simplified', indent: string): string {
  const inner = indent + STEP
  if (field.kind === 'struct') return jsonObject(jsonMembers(field.fields, form, inner), indent)
  if (field.kind !== 'list') return jsonExample(field)
  if (form === 'simplified') {
    return `[\n${inner}${jsonField(field.item, form, inner)}\n${indent}]`
  }
  const innermost = inner + STEP
  const item = `${innermost}${jsonField(field.item, form, innermost)}`
  const name = JSON.stringify(itemName(topTypeName(field.item)))
  return jsonObject([`${inner}${name}: [\n${item}\n${inner}]`], indent)
}

function jsonObject(members: readonly string[], indent: string): string {
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}

/** Compact JSON on many lines. Works on the text, so that no number changes. */
export function indentJson(text: string): string {
  let depth = 0
  return text.replace(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|\s+/g, (token) => {
    if (token.startsWith('"')) return token
    if (/^\s/.test(token)) return ''
    if (token === ':') return ': '
    if (token === ',') return `,\n${STEP.repeat(depth)}`
    if (token.length > 1) return token.replace(/\s/g, '')
    depth += token === '{' || token === '[' ? 1 : -1
    const line = `\n${STEP.repeat(Math.max(depth, 0))}`
    return token === '{' || token === '[' ? token + line : line + token
  })
}
