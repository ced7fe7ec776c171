import type { DocumentedApi } from '@topgate/contracts'
import { className, pascalCase } from '../names.ts'
import { exampleText } from '../sample-values.ts'
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
      return `$${statement.variable} = new ${pascalCase(statement.struct.typeName)};`
    case 'new-list':
      return `$${statement.variable} = array();`
    case 'add':
      return `$${statement.variable}[] = $${statement.item};`
    case 'set': {
      const { variable, name, field } = statement
      const held = statement.value === null ? null : `$${statement.value}`
      if (variable !== null) {
        return `$${variable}->${name} = ${held ?? phpString(exampleText(field))};`
      }
      const value = held === null ? phpString(exampleText(field)) : `json_encode(${held})`
      return `$req->set${pascalCase(name)}(${value});`
    }
    default:
      return statement satisfies never
  }
}

/** Single quotes: PHP replaces nothing inside them. */
export function phpString(text: string): string {
  return `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`
}
