import { ratePeriods } from '@topgate/server'
import type { Command } from 'commander'

/** `--per-second`, `--per-minute` and `--per-day`, with `prefix` in front of each. */
export function addRateOptions(command: Command, about: string, prefix = ''): void {
  for (const { name } of ratePeriods) {
    const period = name.replace('per-', '')
    command.option(`--${prefix}${name} <n>`, `${about} a ${period}; none: no limit`)
  }
}

/** The given ones by their names without the prefix. */
export function ratesOf(command: Command, prefix = ''): Record<string, string> {
  const values: Readonly<Record<string, unknown>> = command.opts()
  const rates: Record<string, string> = {}
  for (const option of command.options) {
    const value = values[option.attributeName()]
    const name = ratePeriods.find((period) => `${prefix}${period.name}` === option.name())?.name
    if (name !== undefined && typeof value === 'string') rates[name] = value
  }
  return rates
}
