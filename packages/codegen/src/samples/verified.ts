import type { SampleLanguage } from './index.ts'
import days from './verified.json' with { type: 'json' }

/**
 * The day on which the samples of a language last ran as the pages print them, against a sandbox, all
 * of them: `yyyy-MM-dd`. `npm run samples:verify` runs them and writes the days of those that passed.
 */
export function verifiedDay(language: SampleLanguage): string | undefined {
  const known: Readonly<Record<string, string>> = days
  return known[language]
}
