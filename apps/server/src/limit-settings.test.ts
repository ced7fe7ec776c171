import { expect, it } from 'vitest'
import { limitSettings } from './limit-settings.ts'

it.each(Object.values(limitSettings))('$name is explained in both languages', ({ about }) => {
  expect(about.zh).toMatch(/\p{Script=Han}/u)
  expect(about.en).not.toMatch(/\p{Script=Han}/u)
})
