import { type Html, html, type Part } from './html.ts'

export type CodeLanguage = 'code' | 'shell' | 'json' | 'xml' | 'php' | 'python'

type TokenKind = 'key' | 'text' | 'number' | 'word' | 'comment'

/** One expression per language; the name of the group that matched is the kind of the token. */
const grammars: Readonly<Record<CodeLanguage, RegExp>> = {
  code: /(?<comment>\/\/[^\n]*|#\w+)|(?<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<word>\b(?:new|const|function|if|else|require|return|import|try|except|as|NULL|null|true|false|List|ArrayList)\b)|(?<number>\b\d+L?\b)/g,
  php: /(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<key>\$\w+)|(?<word>\b(?:new|array|json_encode|print_r)\b)|(?<number>\b\d+\b)/g,
  python:
    /(?<comment>^#[^\n]*)|(?<text>"(?:[^"\\\n]|\\.)*")|(?<word>\b(?:import|try|except|as|print|from)\b)|(?<number>\b\d+\b)/gm,
  shell:
    /(?<comment>^\s*#[^\n]*)|(?<text>'[^']*')|(?<key>(?<=\s)--?[A-Za-z][\w-]*)|(?<word>^\s*(?:curl|npx|npm|export)\b)/gm,
  json: /(?<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<text>"(?:[^"\\]|\\.)*")|(?<number>-?\b\d[\d.eE+-]*)|(?<word>\b(?:true|false|null)\b)/g,
  xml: /(?<comment><\?[^>]*>)|(?<key><\/?[\w.:-]+\/?>)/g,
}

/** Code with its tokens in spans. Everything is escaped; a text that does not parse stays plain. */
export function highlight(code: string, language: CodeLanguage): Html {
  const parts: Part[] = []
  let at = 0
  for (const match of code.matchAll(grammars[language])) {
    const kind = kindOf(match.groups)
    if (kind === undefined) continue
    parts.push(code.slice(at, match.index), html`<span class="t-${kind}">${match[0]}</span>`)
    at = match.index + match[0].length
  }
  return html`${parts}${code.slice(at)}`
}

function kindOf(groups: Readonly<Record<string, string>> | undefined): TokenKind | undefined {
  const found = Object.entries(groups ?? {}).find(([, text]) => text !== undefined)
  return found?.[0] as TokenKind | undefined
}
