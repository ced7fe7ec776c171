import type { DocumentedApi, Field, Fields } from '@topgate/contracts'
import { exampleText } from '../sample-values.ts'

/** The sample of the Node SDK, which takes values with the types that the page prints. */
export function nodejsSample(api: DocumentedApi): string {
  const session = api.served?.access === 'session' ? ', { session: sessionKey }' : ''
  const request = objectOf(api.request, '')
  const isEmpty = request === '{}' && session === ''
  return [
    "const { TopClient } = require('topgate-sdk')",
    'const client = new TopClient({ url, appKey: appkey, secret })',
    '',
    `client.execute(${nodeString(api.method)}${isEmpty ? '' : `, ${request}`}${session})`,
    '  .then((answer) => console.log(answer.body))',
    '  .catch((error) => console.error(error))',
  ].join('\n')
}

function objectOf(fields: Fields, indent: string): string {
  const inner = `${indent}  `
  const members = Object.entries(fields).map(
    ([name, field]) => `${inner}${memberName(name)}: ${literalOf(field, inner)},\n`,
  )
  return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`
}

function literalOf(field: Field, indent: string): string {
  const example = exampleText(field)
  switch (field.kind) {
    case 'int64':
      return /^-?[0-9]+$/.test(example) ? `${example}n` : nodeString(example)
    case 'byte':
    case 'flag':
      return example
    case 'struct':
      return objectOf(field.fields, indent)
    case 'list':
      return `[${itemsOf(field, indent).join(', ')}]`
    case 'bytes':
      return "{ name: 'file', data: require('node:fs').readFileSync('/path/to/file') }"
    case 'text':
    case 'decimal':
    case 'moment':
    case 'date':
    case 'json':
      return nodeString(example)
    default:
      return field satisfies never
  }
}

/** The example of a list of texts or numbers has commas between them, as it travels. */
function itemsOf({ item, example }: Field & { kind: 'list' }, indent: string): string[] {
  if (item.kind === 'struct' || item.kind === 'list') return [literalOf(item, indent)]
  const examples = (example ?? exampleText(item)).split(',')
  return examples.map((each) => literalOf({ ...item, example: each.trim() }, indent))
}

function memberName(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : nodeString(name)
}

function nodeString(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped}'`
}
