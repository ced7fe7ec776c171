import { pythonString } from '../../samples/python.ts'
import type { SdkStruct } from '../fields.ts'
import type { SdkApi } from '../model.ts'
import { CodeWriter } from '../writer.ts'
import { bothLanguages, type Side, writeFields } from './python-fields.ts'

/** The module of an API: its structs, its request and its response. */
export function pythonModule(api: SdkApi): string {
  const python = new CodeWriter()
  python.lines([
    pythonString(`${api.method}: ${bothLanguages(api.title)}`),
    '',
    'from __future__ import annotations',
    '',
    'from dataclasses import dataclass',
    'from datetime import datetime',
    'from decimal import Decimal',
    'from typing import Any, ClassVar, List, Optional, Sequence, Tuple, Union',
    '',
    'from .. import _schema as _s',
    'from .._messages import File, Request, RequestStruct, Response, ResponseStruct',
  ])
  for (const struct of api.requestStructs) writeStruct(python, struct, 'request')
  for (const struct of api.responseStructs) writeStruct(python, struct, 'response')
  const response = `${api.name}Response`
  writeClass(python, '@dataclass(frozen=True)', `${response}(Response)`, api, () => {
    writeFields(python, api.response, 'response')
  })
  writeClass(python, '@dataclass', `${api.name}Request(Request[${response}])`, api, () => {
    writeFields(python, api.request, 'request')
    python.line(`_RESPONSE: ClassVar[Any] = lambda: ${response}`)
    writeApi(python, api)
  })
  return python.text()
}

function writeStruct(python: CodeWriter, { name, about, fields }: SdkStruct, side: Side): void {
  const decorator = side === 'request' ? '@dataclass' : '@dataclass(frozen=True)'
  const base = side === 'request' ? 'RequestStruct' : 'ResponseStruct'
  writeClass(python, decorator, `${name}(${base})`, { title: about }, () => {
    writeFields(python, fields, side)
  })
}

function writeClass(
  python: CodeWriter,
  decorator: string,
  head: string,
  { title }: Pick<SdkApi, 'title'>,
  body: () => void,
): void {
  python.line().line().line(decorator).line(`class ${head}:`)
  python.indented(() => {
    const words = bothLanguages(title)
    if (words !== '') python.line(pythonString(words)).line()
    body()
  })
}

function writeApi(python: CodeWriter, api: SdkApi): void {
  const arguments_ = [
    `method=${pythonString(api.method)},`,
    `root=${pythonString(api.root)},`,
    `is_repeatable=${api.repeat === 'unknown' ? 'False' : 'True'},`,
  ]
  if (api.deadlineMs !== null) arguments_.push(`deadline_s=${api.deadlineMs / 1000},`)
  if (api.outcome !== null) {
    const { flag, success, code } = api.outcome
    const outcome = `${tuple(flag)}, ${pythonString(success)}, ${tuple(code)}`
    arguments_.push(`outcome=_s.Outcome(${outcome}),`)
  }
  const remedies = api.errors.map(({ subCode, code, remedy }) => {
    return `${pythonString(subCode ?? code)}: ${tuple([remedy.zh, remedy.en])},`
  })
  const write = () => {
    python.lines(arguments_)
    if (remedies.length > 0) python.block('remedies={', () => python.lines(remedies), '},')
  }
  python.block('_API: ClassVar[_s.Api] = _s.Api(', write, ')')
}

function tuple(texts: readonly string[]): string {
  return `(${texts.map(pythonString).join(', ')}${texts.length === 1 ? ',' : ''})`
}
