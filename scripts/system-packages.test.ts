import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { missingPackages } from './system-packages.cjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topgate-programs-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('missingPackages', () => {
  it('finds programs in any folder of PATH', () => {
    program('one', 'curl')
    program('two', 'strace')
    program('two', 'initdb')
    program('two', 'chromium')
    mkdirSync(join(folder, 'data/fonts/opentype/noto'), { recursive: true })
    const present = ['curl', 'strace', 'postgresql', 'chromium', 'fonts-noto-cjk']
    expect(missing('one', 'two').filter((name) => present.includes(name))).toEqual([])
  })

  it('names a package whose program is in no folder of PATH', () => {
    program('one', 'strace')
    expect(missing('one', 'absent')).toContain('curl')
    expect(missing('one', 'absent')).not.toContain('strace')
  })

  it('does not take a folder or a plain file for a program', () => {
    program('one', 'curl')
    chmodSync(join(folder, 'one/curl'), 0o644)
    mkdirSync(join(folder, 'one/strace'))
    expect(missing('one')).toEqual(expect.arrayContaining(['curl', 'strace']))
  })

  it('asks PHP itself for its extensions', () => {
    program('one', 'php', '#!/bin/sh\ncase "$2" in *curl*) exit 0;; esac; exit 1\n')
    expect(missing('one')).not.toContain('php-curl')
    expect(missing('one')).toContain('php-xml')
  })

  it('looks for Chinese letters where the environment keeps data', () => {
    expect(missing('one')).toContain('fonts-noto-cjk')
    mkdirSync(join(folder, 'data/fonts/opentype/noto'), { recursive: true })
    expect(missing('one')).not.toContain('fonts-noto-cjk')
  })

  it('needs no PostgreSQL of its own when the environment names a server', () => {
    const env = { PATH: '', TOPGATE_TEST_DATABASE_URL: 'postgres://localhost/postgres' }
    expect(missingPackages(env).map(({ name }) => name)).not.toContain('postgresql')
  })
})

function program(directory: string, name: string, script = ''): void {
  mkdirSync(join(folder, directory), { recursive: true })
  writeFileSync(join(folder, directory, name), script, { mode: 0o755 })
}

function missing(...directories: string[]): string[] {
  const PATH = directories.map((directory) => join(folder, directory)).join(':')
  return missingPackages({ PATH, XDG_DATA_DIRS: join(folder, 'data') }).map(({ name }) => name)
}
