import { settings } from '@topgate/server'
import { type Command, Option } from 'commander'

type OptionValues = Readonly<Record<string, unknown>>

/** One option for each setting of the server, or for those named, and `--config`. */
export function addSettingOptions(command: Command, names?: readonly string[]): Command {
  command.option('--config <file>', 'settings file, a JSON object of these names (TOPGATE_CONFIG)')
  for (const { name, env, fallback, about } of settings) {
    if (names !== undefined && !names.includes(name)) continue
    const absent = fallback === '' ? '' : `; default ${fallback}`
    command.addOption(new Option(`--${name} <value>`, `${about} (${env}${absent})`))
  }
  return command
}

/** The given settings by their own names, as `readConfig` takes them. */
export function settingFlags(command: Command): Record<string, string | undefined> {
  const values: OptionValues = command.opts()
  const names = ['config', ...settings.map(({ name }) => name)]
  const flags: Record<string, string | undefined> = {}
  for (const option of command.options) {
    const value = values[option.attributeName()]
    if (names.includes(option.name()) && typeof value === 'string') flags[option.name()] = value
  }
  return flags
}
