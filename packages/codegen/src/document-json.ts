import { contractToJson, type DocumentedApi, fieldsToJson } from '@topgate/contracts'

/** The contract of an API as JSON text; of an imported one what its description says. */
export function documentJson(api: DocumentedApi): string {
  if (api.served !== null) return JSON.stringify(contractToJson(api.served), null, 2)
  const { request, response, ...rest } = api
  const fields = { request: fieldsToJson(request), response: fieldsToJson(response) }
  return JSON.stringify({ ...rest, ...fields, format: 1 }, null, 2)
}
