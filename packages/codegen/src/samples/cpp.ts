import type { DocumentedApi } from '@topgate/contracts'
import { sampleParameters } from '../sample-values.ts'
import { cLiteral } from '../sdk/cpp/c-literal.ts'

/** The sample of the official C/C++ client. */
export function cppSample(api: DocumentedApi): string {
  const isForUser = api.served?.access === 'session'
  return [
    'pTopRequest pRequest = alloc_top_request();',
    'pTopResponse pResponse = NULL;',
    `set_api_name(pRequest, ${cLiteral(api.method)});`,
    ...sampleParameters(api.request).map(
      ([name, value]) => `add_param(pRequest, ${cLiteral(name)}, ${cLiteral(value)});`,
    ),
    `pResponse = top_execute(pClient, pRequest, ${isForUser ? 'sessionKey' : 'NULL'});`,
    'printf("%s\\n", pResponse->body);',
    'destroy_top_response(pResponse);',
    'destroy_top_request(pRequest);',
  ].join('\n')
}
