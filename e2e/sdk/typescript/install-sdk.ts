import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SdkFile } from '@topgate/codegen'

/** A folder of its own in which the package is installed as npm would from a registry. */
export interface InstalledSdk {
  readonly folder: string
  /** The bytes of the tarball that was installed. */
  readonly tarball: string
  remove(): void
}

/** Packs the files with `npm pack` and installs the tarball, offline and without dependencies. */
export function installSdk(files: readonly SdkFile[]): InstalledSdk {
  const folder = mkdtempSync(join(tmpdir(), 'topgate-sdk-'))
  writeFiles(join(folder, 'source'), files)
  const packed = npm(join(folder, 'source'), 'pack', '--json', '--pack-destination', folder)
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  const tarball = join(folder, filename)
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{"name":"app","private":true}')
  npm(app, 'install', '--offline', '--no-audit', '--no-fund', tarball)
  return { folder: app, tarball, remove: () => rmSync(folder, { recursive: true }) }
}

export function writeFiles(folder: string, files: readonly SdkFile[]): void {
  for (const { path, text, isExecutable } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { mode: isExecutable === true ? 0o755 : 0o644 })
  }
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
