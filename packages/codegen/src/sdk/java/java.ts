import type { SdkModel } from '../model.ts'
import type { SdkFile, SdkLanguage } from '../sdk.ts'
import { CodeWriter, ended } from '../writer.ts'
import { javaFile, requestClass, responseClass } from './java-classes.ts'
import { errorList } from './java-facts.ts'
import { javaNaming } from './java-naming.ts'

/** Java 17 and later, with nothing but its own library. */
export const javaSdk: SdkLanguage = {
  name: 'java',
  title: 'Java',
  naming: javaNaming,
  generate: ({ apis, platformErrors }) => [
    ...apis.flatMap((api) => [requestClass(api), responseClass(api)]),
    platformErrorsClass(platformErrors),
  ],
}

function platformErrorsClass(errors: SdkModel['platformErrors']): SdkFile {
  const code = new CodeWriter('  ')
  code.line('/** The refusals that every call can meet. */')
  code.block('final class PlatformErrors {', () => {
    code.line('static final List<KnownError> ALL =')
    code.indented(() => code.indented(() => code.lines(ended(errorList(errors), ';'))))
    code.line().line('private PlatformErrors() {}')
  })
  return javaFile('internal', 'PlatformErrors', code.text())
}
