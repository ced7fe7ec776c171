import type { DocumentedApi } from '@topgate/contracts'
import { className } from '../names.ts'
import { sampleParameters } from '../sample-values.ts'
import { pythonNaming } from '../sdk/python/python-naming.ts'
import { apiOfSdk } from './named-as-in-sdk.ts'

/** The sample of the official Python client, which takes structs as JSON text. */
export function pythonSample(api: DocumentedApi): string {
  const known = apiOfSdk(api, pythonNaming)
  const names = new Map(known?.request.map(({ wireName, name }) => [wireName, name]))
  const session = api.served?.access === 'session' ? 'sessionKey' : ''
  return [
    '# -*- coding: utf-8 -*-',
    'import top.api',
    '',
    `req = top.api.${known?.name ?? className(api.method)}Request(url, port)`,
    'req.set_app_info(top.appinfo(appkey, secret))',
    '',
    ...sampleParameters(api.request).map(
      ([name, value]) => `req.${names.get(name) ?? name} = ${pythonString(value)}`,
    ),
    'try:',
    `    resp = req.getResponse(${session})`,
    '    print(resp)',
    'except Exception as e:',
    '    print(e)',
  ].join('\n')
}

/** The escapes of JSON strings are escapes of Python too. */
export function pythonString(text: string): string {
  return JSON.stringify(text)
}
