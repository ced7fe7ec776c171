import type { DocumentedApi, Field } from '@topgate/contracts'
import { className, pascalCase } from '../names.ts'
import { exampleText } from '../sample-values.ts'
import { fillRequest, type Statement } from './statements.ts'

/** The sample of the official .NET client; its struct types end in `Domain`, their setters in `_`. */
export function dotnetSample(api: DocumentedApi): string {
  const request = `${className(api.method)}Request`
  const response = `${className(api.method)}Response`
  const session = api.served?.access === 'session' ? ', sessionKey' : ''
  return [
    'ITopClient client = new DefaultTopClient(url, appkey, secret);',
    `${request} req = new ${request}();`,
    ...fillRequest(api.request).map((statement) => dotnetLine(statement, request)),
    `${response} rsp = client.Execute(req${session});`,
    'Console.WriteLine(rsp.Body);',
  ].join('\n')
}

function dotnetLine(statement: Statement, request: string): string {
  switch (statement.kind) {
    case 'new': {
      const type = `${request}.${pascalCase(statement.struct.typeName)}Domain`
      return `${type} ${statement.variable} = new ${type}();`
    }
    case 'new-list': {
      const type = `${request}.${pascalCase(statement.struct.typeName)}Domain`
      return `List<${type}> ${statement.variable} = new List<${type}>();`
    }
    case 'add':
      return `${statement.variable}.Add(${statement.item});`
    case 'set': {
      const member = pascalCase(statement.name)
      if (statement.variable !== null) {
        const value = statement.value ?? dotnetLiteral(statement.field)
        return `${statement.variable}.${member} = ${value};`
      }
      if (statement.value !== null) return `req.${member}_ = ${statement.value};`
      return `req.${member} = ${dotnetLiteral(statement.field)};`
    }
    default:
      return statement satisfies never
  }
}

function dotnetLiteral(field: Field): string {
  const example = exampleText(field)
  switch (field.kind) {
    case 'int64':
    case 'byte':
      return `${example}L`
    case 'flag':
      return example
    case 'moment':
      return field.top === 'Date'
        ? `DateTime.Parse(${JSON.stringify(example)})`
        : JSON.stringify(example)
    case 'bytes':
      return 'new FileItem("/path/to/file")'
    case 'list':
      return JSON.stringify(exampleText(field.item))
    case 'text':
    case 'decimal':
    case 'date':
    case 'json':
    case 'struct':
      return JSON.stringify(example)
    default:
      return field satisfies never
  }
}
