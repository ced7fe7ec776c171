import type { HttpAnswer } from './exchange.ts'
import { readXml, type Tree } from './read-xml.ts'

/** What an answer says, whatever its form. */
export interface Told {
  readonly form: 'json' | 'simplified' | 'xml'
  readonly isError: boolean
  /** The members under the root, or of the whole answer when that has no root. */
  readonly fields: Tree
}

/** Reads the body of an answer. Throws when it is not what its content type says. */
export function readAnswer({ headers, body }: HttpAnswer): Told {
  const isXml = headers.get('content-type') === 'text/xml;charset=UTF-8'
  const tree: unknown = isXml ? readXml(body) : JSON.parse(body)
  if (!isTree(tree)) throw new Error('not an object')
  const [root, ...others] = Object.keys(tree)
  const inner = root === undefined ? undefined : tree[root]
  if (others.length === 0 && isTree(inner)) {
    return { form: isXml ? 'xml' : 'json', isError: root === 'error_response', fields: inner }
  }
  return { form: 'simplified', isError: false, fields: tree }
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

/** Success and inner codes in the five shapes of the five APIs. */
export function verdictOf(fields: Tree): { success: boolean; codes: readonly string[] } {
  const { result_status, result_code, result, result1, module, error_infos } = fields
  if (result_status !== undefined) {
    return { success: result_status === 'SUCCESS', codes: [String(result_code)] }
  }
  const inner = result1 ?? result
  if (isTree(inner)) {
    return { success: isTrue(inner.success), codes: [String(inner.msg_code ?? inner.code)] }
  }
  const tagged = isTree(module) && isTrue(module.tag_success)
  return { success: isTrue(result) && tagged, codes: errorCodes(error_infos) }
}

function isTrue(value: unknown): boolean {
  return String(value) === 'true'
}

/** The list has its items in a member of its own, except in simplified JSON. */
function errorCodes(infos: unknown): string[] {
  if (!isTree(infos)) return []
  const list = Array.isArray(infos) ? infos : [infos.error_info].flat()
  return list.map((info: unknown) => (isTree(info) ? String(info.error_code) : ''))
}
