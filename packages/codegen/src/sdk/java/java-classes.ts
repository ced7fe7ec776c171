import { apiDoc, bothLanguages } from '../field-doc.ts'
import type { SdkField, SdkStruct } from '../fields.ts'
import type { SdkApi } from '../model.ts'
import type { SdkFile } from '../sdk.ts'
import { CodeWriter, ended } from '../writer.ts'
import { javaFacts } from './java-facts.ts'
import { writeDocumented, writeGetter, writeSetters } from './java-members.ts'
import { javadoc } from './java-text.ts'

const JAVA_ROOT = 'src/main/java/io/topgate/api'

/** The class of a call, with the classes of its structs inside. */
export function requestClass(api: SdkApi): SdkFile {
  const name = `${api.name}Request`
  const response = `${api.name}Response`
  const code = new CodeWriter('  ')
  code.lines(javadoc(apiDoc(api)))
  code.block(`public class ${name} extends TaobaoRequest<${response}> {`, () => {
    code.line('private static final ApiFacts FACTS =')
    code.indented(() => code.indented(() => code.lines(ended(javaFacts(api), ';'))))
    code.line().line('@Override')
    code.block('public ApiFacts apiFacts() {', () => code.line('return FACTS;'))
    code.line().line('@Override')
    code.block(`public ${response} newResponse() {`, () => code.line(`return new ${response}();`))
    writeMembers(code, api.request, name, true)
    for (const struct of api.requestStructs) {
      writeStruct(code, struct, () => writeMembers(code, struct.fields, struct.name, false))
    }
  })
  return javaFile('request', name, code.text())
}

/** The class of an answer, with the classes of its structs inside. */
export function responseClass(api: SdkApi): SdkFile {
  const name = `${api.name}Response`
  const code = new CodeWriter('  ')
  code.lines(javadoc(['The answer.', ...bothLanguages(api.title)]))
  code.block(`public class ${name} extends TaobaoResponse {`, () => {
    writeAnswerMembers(code, api.response)
    for (const struct of api.responseStructs) {
      writeStruct(code, struct, () => writeAnswerMembers(code, struct.fields))
    }
  })
  return javaFile('response', name, code.text())
}

function writeAnswerMembers(code: CodeWriter, fields: readonly SdkField[]): void {
  for (const field of fields) writeGetter(code, field)
  writeDocumented(code, fields)
}

function writeMembers(
  code: CodeWriter,
  fields: readonly SdkField[],
  owner: string,
  isParameter: boolean,
): void {
  for (const field of fields) {
    writeGetter(code, field)
    writeSetters(code, field, owner, isParameter)
  }
  writeDocumented(code, fields)
}

function writeStruct(code: CodeWriter, struct: SdkStruct, writeBody: () => void): void {
  code.line().lines(javadoc(bothLanguages(struct.about)))
  code.block(`public static class ${struct.name} extends TaobaoObject {`, writeBody)
}

/** What generated code may use, by its simple name. */
const imports = [
  'io.topgate.api.ApiFacts',
  'io.topgate.api.ApiFacts.KnownError',
  'io.topgate.api.ApiFacts.Outcome',
  'io.topgate.api.ApiFacts.Repeat',
  'io.topgate.api.Bilingual',
  'io.topgate.api.FileItem',
  'io.topgate.api.Retry',
  'io.topgate.api.TaobaoObject',
  'io.topgate.api.TaobaoRequest',
  'io.topgate.api.TaobaoResponse',
  'io.topgate.api.internal.Wire',
  'java.time.Duration',
  'java.time.Instant',
  'java.util.Date',
  'java.util.List',
] as const

/** A source file of a package, with the imports that its text asks for. */
export function javaFile(
  packageName: 'internal' | 'request' | 'response',
  name: string,
  body: string,
): SdkFile {
  const words = new Set(body.match(/\w+/g))
  const used: string[] = imports.filter((path) => words.has(path.slice(path.lastIndexOf('.') + 1)))
  if (packageName === 'request') used.push(`io.topgate.api.response.${responseOf(name)}`)
  const header = [
    `package io.topgate.api.${packageName};`,
    '',
    ...used.sort().map((path) => `import ${path};`),
    ...(used.length === 0 ? [] : ['']),
  ]
  return { path: `${JAVA_ROOT}/${packageName}/${name}.java`, text: `${header.join('\n')}\n${body}` }
}

function responseOf(request: string): string {
  return request.replace(/Request$/, 'Response')
}
