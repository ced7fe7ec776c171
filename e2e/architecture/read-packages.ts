import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsOf, type SourceFacts } from './source-facts.ts'

/** A package of the repository as its manifest and its sources describe it. */
export interface Package {
  /** The folder's name, which the table of imports uses: `engine` for `@topgate/engine`. */
  readonly name: string
  /** From the root of the repository: `packages/engine`. */
  readonly folder: string
  readonly dependencies: readonly string[]
  readonly devDependencies: readonly string[]
  /** The doors that the package declares: `.`, and perhaps `./testing`. */
  readonly doors: readonly string[]
  readonly sources: readonly SourceFacts[]
}

interface Manifest {
  readonly exports?: string | Record<string, unknown>
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
}

/** Reads all packages and apps of the repository. */
export function readPackages(root: string): Package[] {
  return ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .filter((name) => existsSync(join(root, group, name, 'package.json')))
      .map((name) => readPackage(root, `${group}/${name}`, name)),
  )
}

/** The tools of the whole repository, which every test may use. */
export function readSharedTools(root: string): string[] {
  return Object.keys(readManifest(root).devDependencies ?? {})
}

function readPackage(root: string, folder: string, name: string): Package {
  const manifest = readManifest(join(root, folder))
  const { exports } = manifest
  return {
    name,
    folder,
    dependencies: Object.keys(manifest.dependencies ?? {}),
    devDependencies: Object.keys(manifest.devDependencies ?? {}),
    doors: typeof exports === 'object' ? Object.keys(exports) : ['.'],
    sources: sourcePaths(root, `${folder}/src`).map((path) =>
      factsOf(path, readFileSync(join(root, path), 'utf8')),
    ),
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function sourcePaths(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
}
