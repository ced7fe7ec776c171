import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { Package } from './read-packages.ts'
import type { SourceFacts } from './source-facts.ts'

/** Who may import whom. Arrows point towards what changes least. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  storage: [],
  protocol: ['contracts'],
  engine: ['contracts', 'storage'],
  gateway: ['contracts', 'protocol'],
  sdk: ['contracts', 'protocol'],
  codegen: ['contracts', 'protocol'],
  services: ['contracts', 'storage', 'engine'],
  web: ['contracts', 'protocol', 'codegen'],
  server: [
    'contracts',
    'storage',
    'protocol',
    'engine',
    'gateway',
    'sdk',
    'codegen',
    'services',
    'web',
  ],
  cli: ['contracts', 'protocol', 'codegen', 'sdk', 'server'],
}

/** These run in a browser, too. */
const browserPackages = ['contracts', 'protocol', 'codegen']

/** Each program reads its environment in one place, once, into a typed value. */
const environmentReaders = ['apps/server/src/config.ts', 'apps/cli/src/terminal.ts']

const scope = '@topgate/'

/** Each rule gives a sentence for every place that breaks it. */
export type Rule = (packages: readonly Package[], sharedTools: readonly string[]) => string[]

export const importsFollowTable: Rule = (packages) =>
  eachImport(packages, (owner, source, imported) => {
    if (!imported.startsWith(scope)) return undefined
    const target = targetOf(imported)
    if (target === owner.name && isTestCode(source.path)) return undefined
    const allowed = mayImport[owner.name]
    if (allowed === undefined) return `${owner.name} has no row in the table of imports`
    return allowed.includes(target) ? undefined : `${owner.name} may not import ${imported}`
  })

export const relativeImportsStayInside: Rule = (packages) =>
  eachImport(packages, (owner, source, imported) => {
    if (!imported.startsWith('.') && !imported.startsWith('/')) return undefined
    const target = posix.resolve('/', posix.dirname(source.path), imported)
    return target.startsWith(`/${owner.folder}/`) ? undefined : `${imported} leaves ${owner.folder}`
  })

/** A door for tests is closed to everything else. */
export const packagesAreEnteredByDoors: Rule = (packages) =>
  eachImport(packages, (_, source, imported) => {
    if (!imported.startsWith(scope)) return undefined
    const name = targetOf(imported)
    const door = `.${imported.slice(scope.length + name.length)}`
    const target = packages.find((each) => each.name === name)
    if (target !== undefined && !target.doors.includes(door)) return `${imported} is not a door`
    const isForTests = door.split('/').includes('testing')
    return isForTests && !isTestCode(source.path) ? `${imported} is for tests only` : undefined
  })

export const importsHaveConstantNames: Rule = (packages) =>
  eachSource(packages, (_, source) =>
    source.computesImports && !isTestCode(source.path) ? ['an import computes its name'] : [],
  )

export const browserPackagesAvoidNode: Rule = (packages) =>
  eachImport(packages, (owner, source, imported) => {
    if (!browserPackages.includes(owner.name) || isTestCode(source.path)) return undefined
    return isBuiltin(imported) ? `${owner.name} runs in a browser, without ${imported}` : undefined
  })

export const environmentIsReadOnce: Rule = (packages) =>
  eachSource(packages, (_, source) => {
    const isFree = environmentReaders.includes(source.path) || isTestCode(source.path)
    return source.readsEnvironment && !isFree ? ['reads process.env'] : []
  })

export const importsAreDeclared: Rule = (packages, sharedTools) =>
  eachImport(packages, (owner, source, imported) => {
    const name = packageNameOf(imported)
    if (name === undefined || name === `${scope}${owner.name}`) return undefined
    const forTests = isTestCode(source.path) ? [...owner.devDependencies, ...sharedTools] : []
    if ([...owner.dependencies, ...forTests].includes(name)) return undefined
    return `${owner.folder}/package.json does not declare ${name}`
  })

/** A dependency that only tests use belongs to the devDependencies. */
export const declaredPackagesAreImported: Rule = (packages) =>
  packages.flatMap((owner) => {
    const used = (sources: readonly SourceFacts[]) =>
      sources.flatMap((source) => source.imports.map(packageNameOf))
    const product = used(owner.sources.filter((source) => !isTestCode(source.path)))
    const all = used(owner.sources)
    return [
      ...owner.dependencies.filter((name) => name.startsWith(scope) && !product.includes(name)),
      ...owner.devDependencies.filter((name) => name.startsWith(scope) && !all.includes(name)),
    ].map((name) => `${owner.folder}/package.json: nothing imports ${name}`)
  })

function isTestCode(path: string): boolean {
  return /\.test(-d)?\.tsx?$|\/testing(\/|\.ts$)/.test(path)
}

/** `storage` of `@topgate/storage/testing`. */
function targetOf(imported: string): string {
  return imported.slice(scope.length).split('/')[0] ?? ''
}

/** `@types/pg` of `@types/pg/lib/x`; undefined for files and for what is built into Node. */
function packageNameOf(imported: string): string | undefined {
  if (imported.startsWith('.') || imported.startsWith('/') || isBuiltin(imported)) return undefined
  return imported.split('/', imported.startsWith('@') ? 2 : 1).join('/')
}

function eachSource(
  packages: readonly Package[],
  findingsOf: (owner: Package, source: SourceFacts) => string[],
): string[] {
  return packages.flatMap((owner) =>
    owner.sources.flatMap((source) =>
      findingsOf(owner, source).map((finding) => `${source.path}: ${finding}`),
    ),
  )
}

function eachImport(
  packages: readonly Package[],
  findingOf: (owner: Package, source: SourceFacts, imported: string) => string | undefined,
): string[] {
  return eachSource(packages, (owner, source) =>
    source.imports.flatMap((imported) => findingOf(owner, source, imported) ?? []),
  )
}
