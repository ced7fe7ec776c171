import { type DocumentedApi, type Field, parseBeijing } from '@topgate/contracts'
import { exampleText } from '../sample-values.ts'
import { csharpType, propertyName } from '../sdk/csharp/csharp-members.ts'
import { csharpNaming } from '../sdk/csharp/csharp-naming.ts'
import type { SdkType } from '../sdk/fields.ts'
import { oneLine, quoted } from '../sdk/writer.ts'
import { flagExample, integerExample, listExample } from './literals.ts'
import { type SdkStep, sdkSteps } from './sdk-steps.ts'

/** The sample of the official .NET client; its struct types end in `Domain`, their setters in `_`. */
export function dotnetSample(api: DocumentedApi): string {
  const filled = sdkSteps(api, csharpNaming)
  if ('why' in filled) return `// ${oneLine(filled.why)}`
  const request = `${filled.name}Request`
  const response = `${filled.name}Response`
  const session = api.served?.access === 'session' ? ', sessionKey' : ''
  return [
    'ITopClient client = new DefaultTopClient(url, appkey, secret);',
    `${request} req = new ${request}();`,
    ...filled.steps.map((step) => dotnetLine(step, request)),
    `${response} rsp = client.Execute(req${session});`,
    'Console.WriteLine(rsp.Body);',
  ].join('\n')
}

function dotnetLine(step: SdkStep, request: string): string {
  switch (step.kind) {
    case 'new': {
      const type = `${request}.${step.className}`
      return `${type} ${step.variable} = new ${type}();`
    }
    case 'new-list': {
      const type = `${request}.${step.className}`
      return `List<${type}> ${step.variable} = new List<${type}>();`
    }
    case 'add':
      return `${step.variable}.Add(${step.item});`
    case 'set': {
      const member = propertyName(step.member, step.owner?.className ?? request)
      const value = step.value ?? dotnetLiteral(step.type, step.field, step.owner === null)
      if (step.owner !== null) return `${step.owner.variable}.${member} = ${value};`
      return step.value === null ? `req.${member} = ${value};` : `req.${member}_ = ${value};`
    }
    default:
      return step satisfies never
  }
}

/** A list that is a parameter of its own is written as it travels, with commas. */
function dotnetLiteral(type: SdkType, field: Field, isParameter: boolean): string {
  switch (type.kind) {
    case 'int64':
    case 'byte':
      return `${integerExample(field)}L`
    case 'flag':
      return flagExample(field)
    case 'moment': {
      const text = exampleText(field)
      const moment = parseBeijing(text) === undefined ? '2026-01-01 00:00:00' : text
      return `DateTime.Parse(${quoted(moment)})`
    }
    case 'bytes':
      return 'new FileItem("/path/to/file")'
    case 'list': {
      if (isParameter || field.kind !== 'list') return quoted(listExample(field))
      return `new ${csharpType(type)} { ${dotnetLiteral(type.item, field.item, false)} }`
    }
    case 'text':
    case 'decimal':
    case 'json':
    case 'any':
    case 'struct':
      return quoted(exampleText(field))
    default:
      return type satisfies never
  }
}
