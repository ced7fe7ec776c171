import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { limitSettings } from '@topgate/server'
import { expect, it } from 'vitest'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'LIMITS.md'), 'utf8')

function digits(number: number): string {
  return number.toLocaleString('en')
}

it.each(Object.values(limitSettings))(
  'docs/LIMITS.md prints $name as it is',
  ({ name, about, fallback, min, max, answer }) => {
    const variable = `TOPGATE_${name.toUpperCase().replaceAll('-', '_')}`
    const bounds = `${digits(min)} – ${digits(max)}`
    expect(page).toContain(
      `| \`${variable}\` | ${about.en} | ${digits(fallback)} | ${bounds} | ${answer} |`,
    )
  },
)

it('docs/LIMITS.md prints no setting that does not exist', () => {
  const printed = page.match(/TOPGATE_[A-Z_]+/g) ?? []
  expect(printed).toHaveLength(Object.keys(limitSettings).length)
})
