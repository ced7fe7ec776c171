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
    `case \${1-} in`,
    '  --help | -h)',
    `    printf '%s\\n' \\`,
    ...helpOf(api).map((line, index, lines) => {
      return `      ${shellWord(line)}${index < lines.length - 1 ? ' \\' : ''}`
    }),
    '    exit 0',
    '    ;;',
    '  --sample)',
    '    shift',
    `    set -- "$@"${sample.map((word) => ` \\\n      ${word}`).join('')}`,
    '    ;;',
    'esac',
    '',
    'exec sh "$(dirname -- "$0")/../topgate-call.sh" "$method" "$@"',
    '',
  ].join('\n')
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
    ...api.request.flatMap((field) => fieldLines(field, '  ')),
  ].map(oneLineKeepingIndent)
}

function fieldLines(field: SdkField, indent: string): string[] {
  const { wireName, type, need, about, limits } = field
  const head = `${indent}${wireName} (${typeName(type)}${need === 'required' ? ', required' : ''})`
  const inner = type.kind === 'list' ? type.item : type
  return [
    `${head} ${[about, ...limits].map(bilingual).filter(Boolean).join('; ')}`,
    ...(inner.kind === 'struct'
      ? inner.struct.fields.flatMap((member) => fieldLines(member, `${indent}  `))
      : []),
  ]
}

function typeName(type: SdkType): string {
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
      return type.item.kind === 'struct' ? 'JSON array' : `${typeName(type.item)}s with commas`
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
