import type { JsonValue } from '@topgate/contracts'

/** An element of an answer: TOP's XML has no attributes that matter, and text or elements inside. */
export interface XmlElement {
  readonly name: string
  /** As it stands in the document, escapes included. */
  text: string
  readonly children: XmlElement[]
}

const DEPTH_MAX = 64

/**
 * Reads the XML of an answer: elements and text, no comments, CDATA or document types, which no
 * gateway sends. Undefined for everything else.
 */
export function parseXml(document: string): XmlElement | undefined {
  const root: XmlElement = { name: '', text: '', children: [] }
  const open = [root]
  for (const [token] of withoutDeclaration(document).matchAll(/<[^>]*>|[^<]+|</g)) {
    const current = open.at(-1)
    if (current === undefined) return undefined
    const tag = /^<(\/?)([A-Za-z_][\w.-]*)[^>]*?(\/?)>$/.exec(token)
    if (tag === null) {
      if (token.startsWith('<')) return undefined
      current.text += token
      continue
    }
    const [, closing, name = '', empty] = tag
    if (closing === '/') {
      if (open.pop()?.name !== name) return undefined
      continue
    }
    const element: XmlElement = { name, text: '', children: [] }
    current.children.push(element)
    if (empty === '/') continue
    if (open.length > DEPTH_MAX) return undefined
    open.push(element)
  }
  const [only, ...others] = root.children
  const isWhole = open.length === 1 && others.length === 0 && root.text.trim() === ''
  return isWhole ? only : undefined
}

function withoutDeclaration(document: string): string {
  return document.replace(/^\s*<\?xml[^>]*\?>/, '')
}

/** The element on many lines, two spaces a level. */
export function writeXmlIndented({ name, text, children }: XmlElement, indent = ''): string {
  if (children.length === 0) return `${indent}<${name}>${text}</${name}>`
  const inner = children.map((child) => writeXmlIndented(child, `${indent}  `))
  return [`${indent}<${name}>`, ...inner, `${indent}</${name}>`].join('\n')
}

/** The content in the shape of the JSON form, all values as text; a repeated name is a list. */
export function xmlContent({ text, children }: XmlElement): JsonValue {
  if (children.length === 0) return unescapeXml(text)
  const members = new Map<string, JsonValue>()
  for (const child of children) {
    const before = members.get(child.name)
    const value = xmlContent(child)
    members.set(child.name, before === undefined ? value : [...listOf(before), value])
  }
  return members
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value]
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g,
    (written, decimal, hex, name) => {
      if (name !== undefined) return entities[name] ?? written
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : written
    },
  )
}
