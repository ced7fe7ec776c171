import type { SdkLanguage } from '../sdk.ts'
import { cppApi } from './cpp-api.ts'
import { cppPlatformErrors } from './cpp-errors.ts'
import { cppNaming } from './cpp-naming.ts'
import { cppReadme } from './cpp-readme.ts'
import { headerPath } from './header-path.ts'

/** C++17 with libcurl: a header per API beside the hand-written core. */
export const cppSdk: SdkLanguage = {
  name: 'cpp',
  title: 'C++',
  naming: cppNaming,
  generate: (model) => [
    { path: 'README.md', text: cppReadme(model) },
    { path: 'src/platform_errors.cpp', text: cppPlatformErrors(model.platformErrors) },
    ...model.apis.map((api) => ({ path: `include/${headerPath(api.method)}`, text: cppApi(api) })),
  ],
}
