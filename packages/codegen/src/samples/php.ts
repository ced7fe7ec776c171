import type { DocumentedApi, Field, StructField } from '@topgate/contracts'
import { className, pascalCase } from '../names.ts'
import { exampleText } from '../sample-values.ts'
import { type NameScope, NameTable } from '../sdk/naming.ts'
import { phpNaming } from '../sdk/php/php-naming.ts'
import { fillRequest, type Statement } from './statements.ts'

/** The sample of the official PHP client, which takes structs as the JSON text of an object. */
export function phpSample(api: DocumentedApi): string {
  const session = api.served?.access === 'session' ? ', $sessionKey' : ''
  return [
    '$c = new TopClient;',
    '$c->gatewayUrl = $url;',
    '$c->appkey = $appkey;',
    '$c->secretKey = $secret;',
    `$req = new ${className(api.method)}Request;`,
    ...fillRequest(api.request).map(phpLine),
    `$resp = $c->execute($req${session});`,
    'print_r($resp);',
  ].join('\n')
}

function phpLine(statement: Statement): string {
  switch (statement.kind) {
    case 'new':
      return `$${statement.variable} = new ${phpClass(statement.struct)};`
    case 'new-list':
      return `$${statement.variable} = array();`
    case 'add':
      return `$${statement.variable}[] = $${statement.item};`
    case 'set': {
      const { variable, name, field } = statement
      const held = statement.value === null ? null : `$${statement.value}`
      if (variable !== null) {
        const member = phpName(name, 'struct-member')
        return `$${variable}->${member} = ${held ?? phpLiteral(field)};`
      }
      const value = held === null ? phpLiteral(field) : `json_encode(${held})`
      return `$req->set${pascalCase(name)}(${value});`
    }
    default:
      return statement satisfies never
  }
}

/** A struct that is described without members has no class. */
function phpClass({ typeName, fields }: StructField): string {
  return Object.keys(fields).length === 0 ? 'stdClass' : phpName(typeName, 'type')
}

/** The name that the SDK gives it. */
function phpName(wireName: string, scope: NameScope): string {
  return new NameTable(phpNaming, scope).add(wireName) ?? wireName
}

function phpLiteral(field: Field): string {
  const example = exampleText(field)
  switch (field.kind) {
    case 'int64':
    case 'byte':
      // Beyond 64 bits PHP would make a double of it.
      return /^-?(?:0|[1-9][0-9]{0,17}|[1-8][0-9]{18})$/.test(example)
        ? example
        : phpString(example)
    case 'flag':
      // The text 'false' is true in PHP.
      return example === 'true' || example === 'false' ? example : phpString(example)
    case 'bytes':
      return "Topgate\\File::fromPath('/path/to/file')"
    case 'list':
      return phpString(field.example ?? exampleText(field.item))
    case 'text':
    case 'decimal':
    case 'moment':
    case 'date':
    case 'json':
    case 'struct':
      return phpString(example)
    default:
      return field satisfies never
  }
}

/** Single quotes: PHP replaces nothing inside them. */
export function phpString(text: string): string {
  return `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`
}
