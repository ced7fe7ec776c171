import { parseAst } from 'vitest/node'

/** What the rules of the architecture need to know about a source file. */
export interface SourceFacts {
  /** From the root of the repository, with slashes: `packages/engine/src/index.ts`. */
  readonly path: string
  /** What is imported in any way: by value, by type, re-exported, dynamically, required. */
  readonly imports: readonly string[]
  /** Whether some import computes its name, so that nobody can tell what it loads. */
  readonly computesImports: boolean
  readonly readsEnvironment: boolean
}

/** Reads the facts from the syntax tree, where comments and strings cannot pass for imports. */
export function factsOf(path: string, text: string): SourceFacts {
  const imports = new Set<string>()
  let computesImports = false
  let readsEnvironment = false
  visit(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), (node) => {
    const imported = importedBy(node)
    if (isNode(imported)) {
      const name = constantText(imported)
      if (name === undefined) computesImports = true
      else imports.add(name)
    }
    if (isEnvironmentRead(node)) readsEnvironment = true
  })
  return { path, imports: [...imports], computesImports, readsEnvironment }
}

interface SyntaxNode {
  readonly type: string
  readonly [key: string]: unknown
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

function visit(value: unknown, onNode: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, onNode)
  } else if (isNode(value)) {
    onNode(value)
    for (const child of Object.values(value)) visit(child, onNode)
  }
}

/** The expression that names the imported module, if the node is an import of any kind. */
function importedBy(node: SyntaxNode): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source
    case 'TSExternalModuleReference':
      return node.expression
    case 'CallExpression':
      return isResolver(node.callee) && Array.isArray(node.arguments)
        ? node.arguments[0]
        : undefined
    default:
      return undefined
  }
}

/** `require(...)`, `require.resolve(...)` and `import.meta.resolve(...)`. */
function isResolver(callee: unknown): boolean {
  if (isNamed(callee, 'require')) return true
  if (!isNode(callee) || callee.type !== 'MemberExpression') return false
  const isModule = isNamed(callee.object, 'require') || hasType(callee.object, 'MetaProperty')
  return isModule && isNamed(callee.property, 'resolve')
}

function constantText(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  return undefined
}

/** `process.env`, `process['env']`, `const { env } = process` and `import { env }`. */
function isEnvironmentRead(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return isProcess(node.object) && isNamed(node.property, 'env')
    case 'VariableDeclarator':
      return isProcess(node.init) && hasNamed(node.id, 'properties', 'key')
    case 'ImportDeclaration':
      return isNode(node.source) && /^(node:)?process$/.test(constantText(node.source) ?? '')
        ? hasNamed(node, 'specifiers', 'imported')
        : false
    default:
      return false
  }
}

/** Whether one of the node's `list` has `env` as its `name`. */
function hasNamed(node: unknown, list: string, name: string): boolean {
  const entries = isNode(node) ? node[list] : undefined
  return (
    Array.isArray(entries) && entries.some((entry) => isNode(entry) && isNamed(entry[name], 'env'))
  )
}

/** The global `process`, also as `globalThis.process`. */
function isProcess(value: unknown): boolean {
  if (isNamed(value, 'process')) return true
  return isNode(value) && value.type === 'MemberExpression' && isNamed(value.property, 'process')
}

function isNamed(value: unknown, name: string): boolean {
  return isNode(value) && (value.name === name || value.value === name)
}

function hasType(value: unknown, type: string): boolean {
  return isNode(value) && value.type === type
}
