import type { DocumentedApi, Field } from '@topgate/contracts'
import { className, pascalCase } from '../names.ts'
import { exampleText } from '../sample-values.ts'
import { fillRequest, type Statement } from './statements.ts'

/** The sample of the official Java client, line for line as the documented pages print it. */
export function javaSample(api: DocumentedApi): string {
  const request = `${className(api.method)}Request`
  const response = `${className(api.method)}Response`
  const session = api.served?.access === 'session' ? ', sessionKey' : ''
  return [
    'TaobaoClient client = new DefaultTaobaoClient(url, appkey, secret);',
    `${request} req = new ${request}();`,
    ...fillRequest(api.request).map((statement) => javaLine(statement, request)),
    `${response} rsp = client.execute(req${session});`,
    'System.out.println(rsp.getBody());',
  ].join('\n')
}

function javaLine(statement: Statement, request: string): string {
  switch (statement.kind) {
    case 'new': {
      const type = `${request}.${pascalCase(statement.struct.typeName)}`
      return `${type} ${statement.variable} = new ${type}();`
    }
    case 'new-list': {
      const type = `${request}.${pascalCase(statement.struct.typeName)}`
      return `List<${type}> ${statement.variable} = new ArrayList<${type}>();`
    }
    case 'add':
      return `${statement.variable}.add(${statement.item});`
    case 'set': {
      const value = statement.value ?? javaLiteral(statement.field)
      return `${statement.variable ?? 'req'}.set${pascalCase(statement.name)}(${value});`
    }
    default:
      return statement satisfies never
  }
}

function javaLiteral(field: Field): string {
  const example = exampleText(field)
  switch (field.kind) {
    case 'int64':
    case 'byte':
      return `${example}L`
    case 'flag':
      return example
    case 'moment':
      return field.top === 'Date'
        ? `StringUtils.parseDateTime(${JSON.stringify(example)})`
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
