import {
  type ApiContract,
  documentServed,
  type Field,
  type Fields,
  topTypeName,
} from '@topgate/contracts'
import { itemName, responseRoot } from '@topgate/protocol'
import { jsonAnswerSample } from './answer-samples.ts'
import { className } from './names.ts'
import { publicParameterRows } from './public-parameters.ts'
import { exampleText } from './sample-values.ts'

type Schema = Readonly<Record<string, unknown>>

const FORM = 'application/x-www-form-urlencoded'

/**
 * All served APIs as OpenAPI 3.1. TOP has one address and chooses by `method`, so there is one
 * operation whose form is one of the requests, told apart by a constant.
 */
export function openApiDocument(apis: readonly ApiContract[], routerUrl: string): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Topgate',
      version: '2.0',
      description:
        'An open platform that speaks the protocol of TOP. Calls are signed: see /docs/guides/signing.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: routerUrl.replace(/\/router\/rest$/, '') }],
    paths: {
      '/router/rest': {
        post: {
          operationId: 'call',
          summary: 'One signed call of any API',
          security: [],
          requestBody: { required: true, content: { [FORM]: { schema: requestSchema(apis) } } },
          responses: {
            '200': {
              description: 'The answer of the API, or error_response',
              content: { 'application/json': { schema: answerSchema(apis) } },
            },
            '4XX': { description: 'What was sent could not be read as HTTP within the limits' },
          },
        },
      },
    },
    components: {
      schemas: Object.fromEntries([
        ...apis.map((api) => [`${className(api.method)}Request`, formSchema(api)]),
        ...apis.map((api) => [`${className(api.method)}Response`, responseSchema(api)]),
        ['ErrorResponse', errorSchema],
      ]),
    },
  }
}

function requestSchema(apis: readonly ApiContract[]): Schema {
  const mapping = apis.map((api) => [api.method, reference(`${className(api.method)}Request`)])
  return {
    oneOf: mapping.map(([, $ref]) => ({ $ref })),
    discriminator: { propertyName: 'method', mapping: Object.fromEntries(mapping) },
  }
}

function answerSchema(apis: readonly ApiContract[]): Schema {
  const names = [...apis.map((api) => `${className(api.method)}Response`), 'ErrorResponse']
  return { oneOf: names.map((name) => ({ $ref: reference(name) })) }
}

function reference(name: string): string {
  return `#/components/schemas/${name}`
}

/** Everything in a form is text; a struct is JSON text, whose content has a schema of its own. */
function formSchema(api: ApiContract): Schema {
  const open = publicParameterRows(api)
  const business = Object.entries(api.request)
  const required = [
    ...open.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    ...business.filter(([, { need }]) => need === 'required').map(([name]) => name),
  ]
  return {
    type: 'object',
    title: api.title.en,
    description: api.description.en,
    required,
    properties: Object.fromEntries([
      ...open.map(({ name, about }) => [name, publicSchema(name, about.en, api)]),
      ...business.map(([name, field]) => [name, parameterSchema(field)]),
    ]),
  }
}

function publicSchema(name: string, description: string, api: ApiContract): Schema {
  const base = { type: 'string', description }
  switch (name) {
    case 'method':
      return { ...base, const: api.method }
    case 'v':
      return { ...base, const: '2.0' }
    case 'sign_method':
      return { ...base, enum: ['md5', 'hmac', 'hmac-sha256'] }
    case 'format':
      return { ...base, enum: ['json', 'xml'], default: 'xml' }
    case 'simplify':
      return { ...base, enum: ['true', 'false'], default: 'false' }
    default:
      return base
  }
}

function parameterSchema(field: Field): Schema {
  const description = described(field)
  if (field.kind !== 'struct' && field.kind !== 'list') {
    return { ...textSchema(field), description }
  }
  const contentSchema = valueSchema(field, 'plain')
  return { type: 'string', description, contentMediaType: 'application/json', contentSchema }
}

function textSchema(field: Field): Schema {
  // Pages mask some examples with asterisks, which no rule of a field lets through.
  const isUsable = field.example !== undefined && !field.example.includes('*')
  const examples = isUsable ? { examples: [exampleText(field)] } : {}
  if (field.kind !== 'text') return { type: 'string', ...examples }
  const { lengthMax, pattern, oneOf } = field
  return {
    type: 'string',
    ...(lengthMax === undefined ? {} : { maxLength: lengthMax }),
    ...(pattern === undefined ? {} : { pattern: `^(?:${pattern})$` }),
    ...(oneOf === undefined ? {} : { enum: oneOf }),
    ...examples,
  }
}

/** How lists stand in JSON: as plain arrays in a request, wrapped by the name of items in answers. */
type Lists = 'plain' | 'wrapped'

function valueSchema(field: Field, lists: Lists): Schema {
  const description = described(field)
  switch (field.kind) {
    case 'struct':
      return { ...objectSchema(field.fields, lists), description }
    case 'list': {
      const items = { type: 'array', items: valueSchema(field.item, lists) }
      if (lists === 'plain') return { ...items, description }
      const name = itemName(topTypeName(field.item))
      return { type: 'object', description, properties: { [name]: items } }
    }
    case 'int64':
      return { type: 'integer', format: 'int64', description }
    case 'byte':
      return { type: 'integer', description }
    case 'flag':
      return { type: 'boolean', description }
    default:
      return { ...textSchema(field), description }
  }
}

function objectSchema(fields: Fields, lists: Lists): Schema {
  const entries = Object.entries(fields)
  const required = entries.filter(([, { need }]) => need === 'required').map(([name]) => name)
  return {
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(
      entries.map(([name, field]) => [name, valueSchema(field, lists)]),
    ),
  }
}

function responseSchema(api: ApiContract): Schema {
  const root = responseRoot(api.method)
  const requestId = { type: 'string', description: 'Id of the call' }
  const fields = objectSchema(api.response, 'wrapped')
  return {
    type: 'object',
    required: [root],
    properties: {
      [root]: {
        ...fields,
        properties: { ...(fields.properties as object), request_id: requestId },
      },
    },
    examples: [JSON.parse(jsonAnswerSample(documentServed(api), 'json'))],
  }
}

const errorSchema: Schema = {
  type: 'object',
  required: ['error_response'],
  properties: {
    error_response: {
      type: 'object',
      required: ['code', 'msg', 'request_id'],
      properties: {
        code: { type: 'integer' },
        msg: { type: 'string' },
        sub_code: { type: 'string' },
        sub_msg: { type: 'string' },
        request_id: { type: 'string' },
      },
    },
  },
}

function described(field: Field): string {
  const limits = field.needNote === undefined ? '' : `. ${field.needNote.en}`
  return field.about.en + limits
}
