import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as rules from './import-rules.ts'
import { type Package, readPackages, readSharedTools } from './read-packages.ts'
import { factsOf } from './source-facts.ts'

const root = join(import.meta.dirname, '../..')
const packages = readPackages(root)
const sharedTools = readSharedTools(root)

describe('in this repository', () => {
  it('there are packages and sources to look at', () => {
    expect(packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['contracts', 'server']),
    )
    expect(packages.find(({ name }) => name === 'storage')?.sources.length).toBeGreaterThan(10)
  })

  it.each([
    ['a package imports only what the table of imports allows', rules.importsFollowTable],
    ['a relative import stays in its package', rules.relativeImportsStayInside],
    ['a package is entered through a declared door', rules.packagesAreEnteredByDoors],
    ['an import says by a constant what it loads', rules.importsHaveConstantNames],
    ['a package that runs in a browser does without Node', rules.browserPackagesAvoidNode],
    ['only config.ts reads the environment', rules.environmentIsReadOnce],
    ['a package declares what it imports', rules.importsAreDeclared],
    ['a package imports what it declares of ours', rules.declaredPackagesAreImported],
  ])('%s', (_, rule) => {
    expect(rule(packages, sharedTools)).toEqual([])
  })
})

describe('the table of imports', () => {
  it.each([
    ["import { x } from '@topgate/gateway'", 'by value'],
    ["import type { X } from '@topgate/gateway'", 'by type'],
    ["import '@topgate/gateway'", 'for its effects'],
    ["export { x } from '@topgate/gateway'", 'to export it again'],
    ["export * from '@topgate/gateway'", 'to export all of it'],
    ["await import('@topgate/gateway')", 'dynamically'],
    ["let x: import('@topgate/gateway').X", 'inside a type'],
    ["import x = require('@topgate/gateway')", 'as CommonJS'],
    ["import.meta.resolve('@topgate/gateway')", 'by its address'],
  ])('refuses %s (%s)', (text) => {
    expect(findings(rules.importsFollowTable, fake('services', text))).toEqual([
      'packages/services/src/fake.ts: services may not import @topgate/gateway',
    ])
  })

  it('allows a row what it names, and not the other way round', () => {
    const down = fake('engine', "import { x } from '@topgate/storage'")
    const up = fake('storage', "import { x } from '@topgate/engine'")
    expect(findings(rules.importsFollowTable, down)).toEqual([])
    expect(findings(rules.importsFollowTable, up)).toHaveLength(1)
  })

  it('is not fooled by comments and strings', () => {
    const text = "// import x from '@topgate/gateway'\nexport const s = `import '@topgate/gateway'`"
    expect(findings(rules.importsFollowTable, fake('services', text))).toEqual([])
  })

  it('refuses a package without a row', () => {
    const stranger = fake('utils', "import { x } from '@topgate/contracts'")
    expect(findings(rules.importsFollowTable, stranger)).toHaveLength(1)
  })

  it('lets only tests import their own package by its name', () => {
    const text = "import { x } from '@topgate/engine'"
    expect(findings(rules.importsFollowTable, fake('engine', text))).toHaveLength(1)
    expect(findings(rules.importsFollowTable, fake('engine', text, 'x.test.ts'))).toEqual([])
  })
})

describe('a relative import', () => {
  it('may go up to the folder of its package, not beyond', () => {
    const inside = fake('protocol', "import x from '../vectors/x.json'")
    const beyond = fake('protocol', "import x from '../../protocol-two/x.ts'")
    expect(findings(rules.relativeImportsStayInside, inside)).toEqual([])
    expect(findings(rules.relativeImportsStayInside, beyond)).toHaveLength(1)
  })
})

describe('a door', () => {
  const storage = { ...fake('storage', ''), doors: ['.', './testing'] }

  it('must be declared', () => {
    const deep = fake('engine', "import { x } from '@topgate/storage/src/sqlite.ts'")
    expect(findings(rules.packagesAreEnteredByDoors, deep, storage)).toHaveLength(1)
  })

  it('for tests is closed to the product', () => {
    const text = "import { x } from '@topgate/storage/testing'"
    const enter = (path: string) =>
      findings(rules.packagesAreEnteredByDoors, fake('engine', text, path), storage)
    expect(enter('batch.ts')).toHaveLength(1)
    expect(enter('batch.test.ts')).toEqual([])
    expect(enter('testing/batches.ts')).toEqual([])
    expect(enter('testing.ts')).toEqual([])
  })
})

describe('Node and the environment', () => {
  it('are absent from packages for browsers, except from their tests', () => {
    for (const name of ['contracts', 'protocol', 'codegen']) {
      const text = "import { createHash } from 'node:crypto'"
      expect(findings(rules.browserPackagesAvoidNode, fake(name, text))).toHaveLength(1)
      expect(findings(rules.browserPackagesAvoidNode, fake(name, text, 'x.test.ts'))).toEqual([])
    }
    expect(findings(rules.browserPackagesAvoidNode, fake('engine', "import 'node:fs'"))).toEqual([])
  })

  it.each([
    'process.env.HOME',
    "process['env']",
    'globalThis.process.env',
    'const { env } = process',
    "import { env } from 'node:process'",
  ])('%s reads the environment', (text) => {
    const reader = fake('gateway', text)
    expect(findings(rules.environmentIsReadOnce, reader)).toHaveLength(1)
    expect(findings(rules.environmentIsReadOnce, fake('gateway', text, 'x.test.ts'))).toEqual([])
  })

  it('an import of a computed name is refused', () => {
    const loader = fake('services', "await import('@topgate/' + name)")
    expect(findings(rules.importsHaveConstantNames, loader)).toHaveLength(1)
  })
})

describe('a manifest', () => {
  it('must declare what the product imports, from where it imports it', () => {
    const undeclared = fake('storage', "import pg from 'pg/lib/client.js'")
    const declared = { ...undeclared, dependencies: ['pg'] }
    const onlyForTests = { ...undeclared, devDependencies: ['pg'] }
    expect(findings(rules.importsAreDeclared, undeclared)).toHaveLength(1)
    expect(findings(rules.importsAreDeclared, declared)).toEqual([])
    expect(findings(rules.importsAreDeclared, onlyForTests)).toHaveLength(1)
  })

  it('may leave the tools of all tests to the root', () => {
    const text = "import { it } from 'vitest'"
    expect(findings(rules.importsAreDeclared, fake('engine', text, 'x.test.ts'))).toEqual([])
    expect(findings(rules.importsAreDeclared, fake('engine', text))).toHaveLength(1)
  })

  it('must not declare what nothing but tests imports', () => {
    const text = "import { x } from '@topgate/contracts'"
    const dependencies = ['@topgate/contracts']
    const unused = { ...fake('protocol', ''), dependencies }
    const tested = { ...fake('protocol', text, 'x.test.ts'), dependencies }
    const used = { ...fake('protocol', text), dependencies }
    expect(findings(rules.declaredPackagesAreImported, unused)).toHaveLength(1)
    expect(findings(rules.declaredPackagesAreImported, tested)).toHaveLength(1)
    expect(findings(rules.declaredPackagesAreImported, used)).toEqual([])
  })
})

/** A package with one source file, for rules to find fault with. */
function fake(name: string, text: string, path = 'fake.ts'): Package {
  const folder = `packages/${name}`
  const sources = [factsOf(`${folder}/src/${path}`, text)]
  return { name, folder, dependencies: [], devDependencies: [], doors: ['.'], sources }
}

function findings(rule: rules.Rule, ...fakes: Package[]): string[] {
  return rule(fakes, ['vitest'])
}
