import type { SdkModel } from '../model.ts'
import type { SdkFile, SdkLanguage } from '../sdk.ts'
import { commaLines } from '../writer.ts'
import { csharpFile, requestClass, responseClass } from './csharp-classes.ts'
import { knownError } from './csharp-facts.ts'
import { csharpNaming } from './csharp-naming.ts'
import { summary, writeBlock } from './csharp-text.ts'

/** C# 7.3, for Mono, .NET Framework and modern .NET, with nothing but their own library. */
export const csharpSdk: SdkLanguage = {
  name: 'csharp',
  title: 'C#',
  naming: csharpNaming,
  generate: ({ apis, platformErrors }) => [
    ...apis.flatMap((api) => [requestClass(api), responseClass(api)]),
    platformErrorsClass(platformErrors),
  ],
}

function platformErrorsClass(errors: SdkModel['platformErrors']): SdkFile {
  return csharpFile('Internal', 'PlatformErrors', [], (code) => {
    code.lines(summary(['The refusals that every call can meet.']))
    writeBlock(code, 'internal static class PlatformErrors', () => {
      code.line('internal static readonly KnownError[] All =')
      code.lines(commaLines('{', '};', errors.map(knownError)))
    })
  })
}
