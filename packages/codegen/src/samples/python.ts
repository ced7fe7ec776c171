import type { DocumentedApi } from '@topgate/contracts'
import { className } from '../names.ts'
import { sampleParameters } from '../sample-values.ts'
import { NameTable } from '../sdk/naming.ts'
import { pythonNaming } from '../sdk/python/python-naming.ts'

/** The sample of the official Python client, which takes structs as JSON text. */
export function pythonSample(api: DocumentedApi): string {
  const session = api.served?.access === 'session' ? 'sessionKey' : ''
  return [
    '# -*- coding: utf-8 -*-',
    'import top.api',
    '',
    `req = top.api.${className(api.method)}Request(url, port)`,
    'req.set_app_info(top.appinfo(appkey, secret))',
    '',
    ...sampleParameters(api.request).map(
      ([name, value]) => `req.${pythonName(name)} = ${pythonString(value)}`,
    ),
    'try:',
    `    resp = req.getResponse(${session})`,
    '    print(resp)',
    'except Exception as e:',
    '    print(e)',
  ].join('\n')
}

/** The name that the SDK gives it. */
function pythonName(wireName: string): string {
  return new NameTable(pythonNaming, 'request-member').add(wireName) ?? wireName
}

/** The escapes of JSON strings are escapes of Python too. */
export function pythonString(text: string): string {
  return JSON.stringify(text)
}
