import type { DocumentedApi } from '@topgate/contracts'
import { cppSample } from './cpp.ts'
import { dotnetSample } from './dotnet.ts'
import { javaSample } from './java.ts'
import { nodejsSample } from './nodejs.ts'
import { phpSample } from './php.ts'
import { pythonSample } from './python.ts'

/** The languages of the pages' sample tabs, in their order; CURL needs a signature and has its own. */
export const sampleLanguages = ['JAVA', '.NET', 'PHP', 'CURL', 'Python', 'C/C++', 'NodeJS'] as const
export type SampleLanguage = (typeof sampleLanguages)[number]

/** The documented request in a language, in the manner of its official client. */
export function codeSample(api: DocumentedApi, language: Exclude<SampleLanguage, 'CURL'>): string {
  switch (language) {
    case 'JAVA':
      return javaSample(api)
    case '.NET':
      return dotnetSample(api)
    case 'PHP':
      return phpSample(api)
    case 'Python':
      return pythonSample(api)
    case 'C/C++':
      return cppSample(api)
    case 'NodeJS':
      return nodejsSample(api)
    default:
      return language satisfies never
  }
}
