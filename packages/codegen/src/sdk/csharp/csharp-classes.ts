import { apiDoc, bothLanguages } from '../field-doc.ts'
import type { SdkStruct } from '../fields.ts'
import type { SdkApi } from '../model.ts'
import type { SdkFile } from '../sdk.ts'
import { CodeWriter, ended } from '../writer.ts'
import { csharpFacts } from './csharp-facts.ts'
import { type Access, writeMembers, writeParameters } from './csharp-members.ts'
import { summary, writeBlock } from './csharp-text.ts'

/** The class of a call, with the classes of its structs inside. */
export function requestClass(api: SdkApi): SdkFile {
  const name = `${api.name}Request`
  const response = `${api.name}Response`
  return csharpFile('Request', name, ['Topgate.Api.Response'], (code) => {
    code.lines(summary(apiDoc(api)))
    writeBlock(code, `public class ${name} : TopRequest<${response}>`, () => {
      code.line('private static readonly ApiFacts Facts =')
      code.indented(() => code.lines(ended(csharpFacts(api), ';')))
      code.line()
      writeBlock(code, 'public override ApiFacts GetApiFacts()', () => code.line('return Facts;'))
      code.line()
      writeBlock(code, `public override ${response} NewResponse()`, () => {
        code.line(`return new ${response}();`)
      })
      writeParameters(code, api.request, name)
      for (const struct of api.requestStructs) writeStruct(code, struct, 'read-write')
    })
  })
}

/** The class of an answer, with the classes of its structs inside. */
export function responseClass(api: SdkApi): SdkFile {
  const name = `${api.name}Response`
  return csharpFile('Response', name, [], (code) => {
    code.lines(summary(['The answer.', ...bothLanguages(api.title)]))
    writeBlock(code, `public class ${name} : TopResponse`, () => {
      writeMembers(code, api.response, 'read', name)
      for (const struct of api.responseStructs) writeStruct(code, struct, 'read')
    })
  })
}

function writeStruct(code: CodeWriter, struct: SdkStruct, access: Access): void {
  code.line().lines(summary(bothLanguages(struct.about)))
  writeBlock(code, `public class ${struct.name} : TopObject`, () => {
    writeMembers(code, struct.fields, access, struct.name)
  })
}

/** A source file of a namespace. */
export function csharpFile(
  folder: 'Internal' | 'Request' | 'Response',
  name: string,
  namespaces: readonly string[],
  writeBody: (code: CodeWriter) => void,
): SdkFile {
  const code = new CodeWriter()
  const own = folder === 'Internal' ? [] : ['Topgate.Api.Internal']
  for (const used of ['System', 'System.Collections.Generic', ...own, ...namespaces]) {
    code.line(`using ${used};`)
  }
  code.line()
  writeBlock(code, `namespace Topgate.Api.${folder}`, () => writeBody(code))
  return { path: `src/${folder}/${name}.cs`, text: code.text() }
}
