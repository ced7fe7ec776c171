import { type DocumentedApi, type Field, parseBeijing } from '@topgate/contracts'
import { exampleText } from '../sample-values.ts'
import type { SdkType } from '../sdk/fields.ts'
import { javaNaming } from '../sdk/java/java-naming.ts'
import { oneLine, quoted } from '../sdk/writer.ts'
import { flagExample, integerExample, listExample } from './literals.ts'
import { type SdkStep, sdkSteps } from './sdk-steps.ts'

/** The sample of the official Java client, line for line as the documented pages print it. */
export function javaSample(api: DocumentedApi): string {
  const filled = sdkSteps(api, javaNaming)
  if ('why' in filled) return `// ${oneLine(filled.why)}`
  const request = `${filled.name}Request`
  const response = `${filled.name}Response`
  const session = api.served?.access === 'session' ? ', sessionKey' : ''
  return [
    'TaobaoClient client = new DefaultTaobaoClient(url, appkey, secret);',
    `${request} req = new ${request}();`,
    ...filled.steps.map((step) => javaLine(step, request)),
    `${response} rsp = client.execute(req${session});`,
    'System.out.println(rsp.getBody());',
  ].join('\n')
}

function javaLine(step: SdkStep, request: string): string {
  switch (step.kind) {
    case 'new': {
      const type = `${request}.${step.className}`
      return `${type} ${step.variable} = new ${type}();`
    }
    case 'new-list': {
      const type = `${request}.${step.className}`
      return `List<${type}> ${step.variable} = new ArrayList<${type}>();`
    }
    case 'add':
      return `${step.variable}.add(${step.item});`
    case 'set': {
      const owner = step.owner?.variable ?? 'req'
      const value = step.value ?? javaLiteral(step.type, step.field, step.owner === null)
      return `${owner}.set${step.member}(${value});`
    }
    default:
      return step satisfies never
  }
}

/** A list that is a parameter of its own is written as it travels, with commas. */
function javaLiteral(type: SdkType, field: Field, isParameter: boolean): string {
  switch (type.kind) {
    case 'int64':
    case 'byte':
      return `${integerExample(field)}L`
    case 'flag':
      return flagExample(field)
    case 'moment': {
      const text = exampleText(field)
      const moment = parseBeijing(text) === undefined ? '2026-01-01 00:00:00' : text
      return `StringUtils.parseDateTime(${quoted(moment)})`
    }
    case 'bytes':
      return 'new FileItem("/path/to/file")'
    case 'list': {
      if (isParameter || field.kind !== 'list') return quoted(listExample(field))
      return `Arrays.asList(${javaLiteral(type.item, field.item, false)})`
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
