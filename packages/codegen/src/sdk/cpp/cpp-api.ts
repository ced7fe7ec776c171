import type { SdkField, SdkStruct, SdkType } from '../fields.ts'
import type { SdkApi } from '../model.ts'
import { CodeWriter } from '../writer.ts'
import { cLiteral } from './c-literal.ts'
import { writeComment } from './cpp-comment.ts'
import { errorRow } from './cpp-errors.ts'

/** The header of an API: request, response, and how both travel. */
export function cppApi(api: SdkApi): string {
  const request = `${api.name}Request`
  const response = `${api.name}Response`
  const writer = new CodeWriter('  ')
  writer.lines(['#pragma once', '', '#include <topgate/client.hpp>', '', 'namespace topgate {', ''])
  writeComment(writer, [
    `${api.method}: ${api.title.zh}`,
    api.title.en,
    api.description.zh,
    api.description.en,
  ])
  writeMessage(writer, request, api.request, api.requestStructs)
  writer.line()
  writeComment(writer, [`The answer to \`${request}\`.`])
  writeMessage(writer, response, api.response, api.responseStructs)
  writer.line()
  for (const [owner, structs] of [
    [request, api.requestStructs],
    [response, api.responseStructs],
  ] as const) {
    for (const struct of structs) writeFields(writer, `${owner}::${struct.name}`, struct.fields)
  }
  writeFields(writer, request, api.request)
  writeFields(writer, response, api.response)
  writeFacts(writer, api, request, response)
  return writer.lines(['', '}  // namespace topgate']).text()
}

function writeMessage(
  writer: CodeWriter,
  name: string,
  fields: readonly SdkField[],
  structs: readonly SdkStruct[],
): void {
  writer.block(
    `struct ${name} {`,
    () => {
      for (const struct of structs) {
        writeComment(writer, [struct.about.zh, struct.about.en])
        writer.block(
          `struct ${struct.name} {`,
          () => {
            writeMembers(writer, struct.fields)
          },
          '};',
        )
        writer.line()
      }
      writeMembers(writer, fields)
    },
    '};',
  )
}

function writeMembers(writer: CodeWriter, fields: readonly SdkField[]): void {
  for (const field of fields) {
    const { about, limits, example, need, oneOf } = field
    writeComment(writer, [
      about.zh,
      about.en,
      ...limits.flatMap(({ zh, en }) => [zh, en]),
      ...(oneOf.length === 0 ? [] : [`One of: ${oneOf.join(', ')}`]),
      ...(example === null || example === '' ? [] : [`Example: ${example}`]),
      ...(need === 'required' ? ['Required'] : []),
    ])
    writer.line(`std::optional<${cppType(field.type)}> ${field.name};`)
  }
}

function cppType(type: SdkType): string {
  switch (type.kind) {
    case 'text':
    case 'decimal':
    case 'json':
      return 'std::string'
    case 'int64':
    case 'byte':
      return 'std::int64_t'
    case 'flag':
      return 'bool'
    case 'moment':
      return 'topgate::Moment'
    case 'bytes':
      return 'topgate::File'
    case 'any':
      return 'topgate::json::Value'
    case 'struct':
      return type.struct.name
    case 'list':
      return `std::vector<${cppType(type.item)}>`
    default:
      return type satisfies never
  }
}

function writeFields(writer: CodeWriter, name: string, fields: readonly SdkField[]): void {
  writer.line('template <>')
  writer.block(
    `struct Fields<${name}> {`,
    () => {
      writer.line('template <class Self, class Visitor>')
      if (fields.length === 0) writer.line('static void visit(Self&, Visitor&) {}')
      else
        writer.block('static void visit(Self& self, Visitor& visitor) {', () => {
          for (const field of fields) {
            const arguments_ = `${cLiteral(field.wireName)}, self.${field.name}, Need::${field.need}`
            writer.line(`visitor(${arguments_});`)
          }
        })
    },
    '};',
  )
  writer.line()
}

function writeFacts(writer: CodeWriter, api: SdkApi, request: string, response: string): void {
  writer.line('template <>')
  writer.block(
    `struct Api<${request}> {`,
    () => {
      writer.line(`using Response = ${response};`)
      writer.block('static ApiFacts facts() {', () => {
        writer.line('ApiFacts facts;').line(`facts.method = ${cLiteral(api.method)};`)
        if (api.session === 'required') writer.line('facts.needs_session = true;')
        writer.line(`facts.repeat = ApiFacts::Repeat::${repeats[api.repeat]};`)
        if (api.deadlineMs !== null) {
          writer.line(`facts.deadline = std::chrono::milliseconds(${api.deadlineMs});`)
        }
        if (api.outcome !== null) {
          const { flag, success, code } = api.outcome
          const parts = [flag.join('.'), success, code.join('.')].map(cLiteral)
          writer.line(`facts.outcome = {${parts.join(', ')}};`)
        }
        if (api.errors.length > 0) {
          writer.block(
            'static constexpr KnownError errors[] = {',
            () => writer.lines(api.errors.map(errorRow)),
            '};',
          )
          writer.line('facts.errors = {errors, std::size(errors)};')
        }
        writer.line('return facts;')
      })
    },
    '};',
  )
}

const repeats = { free: 'free', 'same-bytes': 'same_bytes', unknown: 'unknown' } as const
