import type { DocumentedApi, Field, StructField } from '@topgate/contracts'
import { className, pascalCase } from '../names.ts'
import { exampleText } from '../sample-values.ts'
import { phpNaming, phpSetters } from '../sdk/php/php-naming.ts'
import { apiOfSdk, namedAsInSdk } from './named-as-in-sdk.ts'
import { fillRequest, type Statement } from './statements.ts'

/** The sample of the official PHP client, which takes structs as the JSON text of an object. */
export function phpSample(api: DocumentedApi): string {
  const session = api.served?.access === 'session' ? ', $sessionKey' : ''
  const known = apiOfSdk(api, phpNaming)
  const request = known === undefined ? api.request : namedAsInSdk(api.request, known.request)
  const setters = new Map(known === undefined ? [] : phpSetters(known.request))
  return [
    '$c = new TopClient;',
    '$c->gatewayUrl = $url;',
    '$c->appkey = $appkey;',
    '$c->secretKey = $secret;',
    `$req = new ${known?.name ?? className(api.method)}Request;`,
    ...fillRequest(request).map((statement) => phpLine(statement, setters)),
    `$resp = $c->execute($req${session});`,
    'print_r($resp);',
  ].join('\n')
}

function phpLine(statement: Statement, setters: ReadonlyMap<string, string>): string {
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
      if (variable !== null) return `$${variable}->${name} = ${held ?? phpLiteral(field)};`
      const value = held === null ? phpParameter(field) : `json_encode(${held})`
      return `$req->${setters.get(name) ?? `set${pascalCase(name)}`}(${value});`
    }
    default:
      return statement satisfies never
  }
}

/** A struct that is described without members has no class. */
function phpClass({ typeName, fields }: StructField): string {
  return Object.keys(fields).length === 0 ? 'stdClass' : typeName
}

/** A list of basic values travels as one text with commas. */
function phpParameter(field: Field): string {
  if (field.kind !== 'list') return phpLiteral(field)
  return phpString(field.example ?? exampleText(field.item))
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
      return `array(${phpLiteral(field.item)})`
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
