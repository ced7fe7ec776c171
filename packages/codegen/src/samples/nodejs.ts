import type { DocumentedApi } from '@topgate/contracts'
import { sampleParameters } from '../sample-values.ts'

/** The sample of the official Node client, which takes structs as JSON text. */
export function nodejsSample(api: DocumentedApi): string {
  const parameters = sampleParameters(api.request)
  if (api.served?.access === 'session') parameters.unshift(['session', 'sessionKey'])
  const members = parameters.map(([name, value], index) => {
    const literal = name === 'session' ? value : nodeString(value)
    return `  ${nodeString(name)}: ${literal}${index === parameters.length - 1 ? '' : ','}`
  })
  return [
    "const { TopClient } = require('./topClient')",
    'const client = new TopClient({',
    "  'appkey': appkey,",
    "  'appsecret': secret,",
    "  'REST_URL': url",
    '})',
    '',
    members.length === 0
      ? `client.execute('${api.method}', {}, function (error, response) {`
      : `client.execute('${api.method}', {`,
    ...(members.length === 0 ? [] : [...members, '}, function (error, response) {']),
    '  if (!error) console.log(response)',
    '  else console.log(error)',
    '})',
  ].join('\n')
}

function nodeString(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped}'`
}
