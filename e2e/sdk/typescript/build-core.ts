import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const root = join(import.meta.dirname, '../../..')
const source = join(root, 'packages/sdk/src')
const tsc = join(root, 'node_modules/typescript/bin/tsc')

/** The oldest Node that the package says it runs on. */
const TARGET = 'node20'

/**
 * The client of packages/sdk as the shipped package has it: one file of code for `require` (the
 * door for `import` leads to the same file, so there is one copy of each class), one of declarations.
 */
export function buildCore(): { readonly code: string; readonly declarations: string } {
  return { code: bundle(), declarations: declare() }
}

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(source, 'index.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/** The declarations of the public files one after the other: they import only from each other. */
function declare(): string {
  const folder = mkdtempSync(join(tmpdir(), 'topgate-sdk-types-'))
  try {
    const config = join(folder, 'tsconfig.json')
    writeFileSync(config, JSON.stringify(projectOf(folder)))
    execFileSync(process.execPath, [tsc, '-p', config])
    const door = readFileSync(join(source, 'index.ts'), 'utf8')
    const files = Array.from(door.matchAll(/^export \* from '\.\/(.+)\.ts'$/gm), ([, name]) => name)
    return files
      .map((name) => readFileSync(join(folder, 'out/packages/sdk/src', `${name}.d.ts`), 'utf8'))
      .map((text) => text.replace(/^import .*;\n/gm, '').replace(/^export \{\};\n/gm, ''))
      .join('')
      .concat('export {};\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The rules of the repository for the files of this package alone, which is what takes the time. */
function projectOf(folder: string) {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: root,
      outDir: join(folder, 'out'),
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: [],
    files: [join(source, 'index.ts')],
  }
}
