/** Chinese is the default; English is one switch away, as `?lang=en` on every address. */
export type Language = 'zh' | 'en'

export const LANGUAGES: readonly Language[] = ['zh', 'en']

/** The language that an address asks for; undefined for one that we do not speak. */
export function readLanguage(asked: string | undefined): Language | undefined {
  if (asked === undefined || asked === '') return 'zh'
  return LANGUAGES.find((language) => language === asked)
}

/** The same address in a language. Pages link to each other only through this. */
export function inLanguage(address: string, language: Language): string {
  const [beforeHash = '', hash] = address.split('#')
  const [path = '', query] = beforeHash.split('?')
  const parameters = new URLSearchParams(query)
  parameters.delete('lang')
  if (language !== 'zh') parameters.set('lang', language)
  const search = parameters.size === 0 ? '' : `?${parameters}`
  return path + search + (hash === undefined ? '' : `#${hash}`)
}
