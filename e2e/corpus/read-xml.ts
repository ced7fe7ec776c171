/** The members of an answer or of a part of it. */
export type Tree = Readonly<Record<string, unknown>>

const declaration = '<?xml version="1.0" encoding="utf-8" ?>'
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  apos: "'",
  quot: '"',
}

interface OpenElement {
  readonly name: string
  readonly children: Record<string, unknown>
  text: string
}

/**
 * Reads an answer in XML strictly: elements and text, nothing else. Throws when it is not well
 * formed. An element that repeats becomes a list.
 */
export function readXml(xml: string): Tree {
  if (!xml.startsWith(declaration)) throw new Error('no XML declaration')
  const document: OpenElement = { name: '', children: {}, text: '' }
  const open = [document]
  for (const token of xml
    .slice(declaration.length)
    .matchAll(/<(\/?)([A-Za-z_][\w.-]*)>|[^<]+|</g)) {
    const [whole, slash, name] = token
    const top = open.at(-1) ?? document
    if (name === undefined) top.text += unescapeXml(whole)
    else if (slash === '') open.push({ name, children: {}, text: '' })
    else {
      if (top.name !== name) throw new Error(`unexpected end of ${name}`)
      open.pop()
      const isLeaf = Object.keys(top.children).length === 0
      add(open.at(-1) ?? document, name, isLeaf ? top.text : top.children)
    }
  }
  if (open.length !== 1 || document.text !== '') throw new Error('not one closed root element')
  return document.children
}

function add({ children }: OpenElement, name: string, value: unknown): void {
  children[name] = name in children ? [children[name], value].flat() : value
}

const goodChars = /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

function unescapeXml(text: string): string {
  if (text === '<' || !goodChars.test(text)) throw new Error('not a character of XML text')
  return text.replace(/&(\w*;?)/g, (reference, name: string) => {
    const char = entities[name.slice(0, -1)]
    if (char === undefined || !name.endsWith(';')) throw new Error(`bad reference ${reference}`)
    return char
  })
}
