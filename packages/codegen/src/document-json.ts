import {
  type ContractJson,
  contractToJson,
  type DocumentedApi,
  fieldsFromJson,
  fieldsToJson,
} from '@topgate/contracts'

/** The contract of an API as JSON; of an imported one what its description says. */
export function documentToJson(api: DocumentedApi): ContractJson {
  if (api.served !== null) return contractToJson(api.served)
  const { request, response } = api
  return { ...api, request: fieldsToJson(request), response: fieldsToJson(response), format: 1 }
}

/** The way back for imported ones. The JSON must come from `documentToJson`. */
export function documentFromJson(json: ContractJson): DocumentedApi {
  const { format: _format, ...api } = json as unknown as DocumentedApi & { format: 1 }
  return { ...api, request: fieldsFromJson(api.request), response: fieldsFromJson(api.response) }
}
