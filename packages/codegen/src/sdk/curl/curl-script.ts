import { shellWord } from '../../samples/curl.ts'
import type { SdkField, SdkType } from '../fields.ts'
import type { SdkApi } from '../model.ts'
import { oneLine } from '../writer.ts'
import { sampleText } from './curl-sample.ts'

/** Where the script of an API lies. */
export function scriptPath(method: string): string {
  return `apis/${method.replace(/[^A-Za-z0-9._-]/g, '_')}.sh`
}

/** The script of an API: its documentation as help, its sample, and the call. */
export function curlScript(api: SdkApi): string {
  const sample = api.request
    .filter(({ type }) => type.kind !== 'bytes')
    .map((field) => shellWord(`${field.wireName}=${sampleText(field)}`))
  return [
    '#!/bin/sh',
    `# ${oneLine(`${api.method}: ${bilingual(api.title)}`)}`,
    `set -u`,
    `method=${shellWord(api.method)}`,
    '',
    'for argument; do',
    '  shift',
    '  case $argument in',
    '    --help | -h)',
    ...callWith(`      printf '%s\\n'`, helpOf(api).map(shellWord)),
    '      exit 0',
    '      ;;',
    '    --sample)',
    ...callWith('      set -- "$@"', sample),
    '      ;;',
    '    *) set -- "$@" "$argument" ;;',
    '  esac',
    'done',
    '',
    `case $0 in */*) here=\${0%/*}/.. ;; *) here=.. ;; esac`,
    'exec sh "$here/topgate-call.sh" "$method" "$@"',
    '',
  ].join('\n')
}

/** A command with its words on lines of their own. */
function callWith(command: string, words: readonly string[]): string[] {
  const lines = [command, ...words.map((word) => `        ${word}`)]
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line))
}

function helpOf(api: SdkApi): string[] {
  return [
    `Usage: ${api.method}.sh [--sample] [OPTION]... [NAME=VALUE | NAME@FILE]...`,
    '',
    ...new Set([api.title, api.description].map(bilingual)),
    '--sample sends the documented example. Options: topgate-call.sh --help',
    ...(api.session === 'required' ? ['Needs TOP_SESSION, the session key of a user.'] : []),
    ...(api.repeatNote === null ? [] : [bilingual(api.repeatNote)]),
    '',
    ...(api.request.length === 0 ? ['It takes no parameters.'] : ['Parameters:']),
    ...api.request.flatMap((field) => fieldLines(field, TOP_INDENT)),
  ].map(oneLineKeepingIndent)
}

const TOP_INDENT = '  '

function fieldLines(field: SdkField, indent: string): string[] {
  const { wireName, type, need, about, limits } = field
  const isInJson = indent !== TOP_INDENT
  const head = `${indent}${wireName} (${typeName(type, isInJson)}${need === 'required' ? ', required' : ''})`
  const inner = type.kind === 'list' ? type.item : type
  return [
    `${head} ${[about, ...limits].map(bilingual).filter(Boolean).join('; ')}`,
    ...(inner.kind === 'struct'
      ? inner.struct.fields.flatMap((member) => fieldLines(member, `${indent}  `))
      : []),
  ]
}

function typeName(type: SdkType, isInJson: boolean): string {
  switch (type.kind) {
    case 'text':
    case 'flag':
    case 'decimal':
    case 'moment':
      return type.kind
    case 'int64':
    case 'byte':
      return 'integer'
    case 'bytes':
      return 'file, --file'
    case 'struct':
      return 'JSON object'
    case 'json':
    case 'any':
      return 'JSON'
    case 'list':
      return isInJson || type.item.kind === 'struct'
        ? 'JSON array'
        : `${typeName(type.item, isInJson)}s with commas`
    default:
      return type satisfies never
  }
}

function bilingual({ zh, en }: { zh: string; en: string }): string {
  return zh === en ? zh : `${zh} / ${en}`
}

function oneLineKeepingIndent(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? ''
  return indent + oneLine(line)
}
