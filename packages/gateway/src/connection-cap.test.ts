import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { ConnectionCap } from './connection-cap.ts'

class TestSocket extends EventEmitter {
  readonly remoteAddress: string

  constructor(remoteAddress: string) {
    super()
    this.remoteAddress = remoteAddress
  }
}

it('takes so many connections of an address, and another one when one has closed', () => {
  const cap = new ConnectionCap(2, () => false)
  const [first, second, third] = ['a', 'a', 'a'].map((address) => new TestSocket(address))
  const accepts = (socket = new TestSocket('a')) => cap.accepts(socket as never)
  expect([first, second, third].map(accepts)).toEqual([true, true, false])
  expect(accepts(new TestSocket('b'))).toBe(true)
  first?.emit('close')
  expect([accepts(), accepts()]).toEqual([true, false])
})

it('does not count where many callers share an address', () => {
  const cap = new ConnectionCap(1, (address) => address === 'proxy')
  const accepts = (address: string) => cap.accepts(new TestSocket(address) as never)
  expect([accepts('proxy'), accepts('proxy')]).toEqual([true, true])
  expect([accepts('a'), accepts('a')]).toEqual([true, false])
})
