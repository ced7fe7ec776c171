import { pythonString } from '../../samples/python.ts'
import { errorsByCode } from '../errors-by-code.ts'
import type { SdkApi, SdkModel } from '../model.ts'
import { snakeCase } from '../naming.ts'
import type { SdkFile, SdkLanguage } from '../sdk.ts'
import { CodeWriter } from '../writer.ts'
import { pythonModule } from './python-module.ts'
import { pythonNaming } from './python-naming.ts'

export const python: SdkLanguage = {
  name: 'python',
  title: 'Python',
  naming: pythonNaming,
  generate: (model) => [
    ...model.apis.map((api) => ({
      path: `topgate/api/${moduleName(api)}.py`,
      text: pythonModule(api),
    })),
    apiIndex(model),
    topApiIndex(model),
    errorTable(model),
  ],
}

function moduleName({ name }: SdkApi): string {
  return snakeCase(name)
}

/** A thousand modules take seconds to load, so each waits until somebody asks for its classes. */
function apiIndex({ apis }: SdkModel): SdkFile {
  const file = new CodeWriter()
  file.lines([
    '"""The requests and responses of all APIs; structs are in the module of their API."""',
    '',
    'from importlib import import_module',
    'from typing import TYPE_CHECKING, Any, List',
    '',
  ])
  const imports = apis.flatMap((api) =>
    classes(api).map((name) => `from .${moduleName(api)} import ${name} as ${name}`),
  )
  if (imports.length > 0) file.block('if TYPE_CHECKING:', () => file.lines(imports), '')
  const rows = apis.flatMap((api) =>
    classes(api).map((name) => `${pythonString(name)}: ${pythonString(moduleName(api))},`),
  )
  file.block('_MODULES = {', () => file.lines(rows), '}')
  file.lines([
    '',
    '',
    'def __getattr__(name: str) -> Any:',
    '    if name not in _MODULES:',
    '        raise AttributeError(f"there is no {name} in this SDK")',
    '    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)',
    '',
    '',
    'def __dir__() -> List[str]:',
    '    return sorted(_MODULES)',
  ])
  return { path: 'topgate/api/__init__.py', text: file.text() }
}

function classes({ name }: SdkApi): string[] {
  return [`${name}Request`, `${name}Response`]
}

/** The same requests in TOP's manner. */
function topApiIndex({ apis }: SdkModel): SdkFile {
  const file = new CodeWriter()
  file.lines([
    '"""The requests of all APIs, in the manner of TOP\'s own SDK."""',
    '',
    'import topgate.api as _api',
    '',
    'from .base import FileItem as FileItem',
    'from .base import RestApi as RestApi',
    'from .base import TopException as TopException',
  ])
  for (const { name, method } of apis) {
    file.lines(['', '', `class ${name}Request(RestApi):`])
    file.lines([`    ${pythonString(method)}`, ''])
    file.line(`    _request_class = lambda: _api.${name}Request`)
  }
  return { path: 'top/api/__init__.py', text: file.text() }
}

/** The refusals that every call can meet. */
function errorTable({ platformErrors }: SdkModel): SdkFile {
  const rows = Array.from(errorsByCode(platformErrors), ([key, { remedy, retry }]) => {
    const row = [remedy.zh, remedy.en, retry].map(pythonString).join(', ')
    return `${pythonString(key)}: (${row}),`
  })
  const file = new CodeWriter()
  file.lines([
    '"""Remedies in Chinese and English and whether to repeat, by code and sub_code."""',
    '',
    'from typing import Dict, Tuple',
    '',
  ])
  file.block('ROWS: Dict[str, Tuple[str, str, str]] = {', () => file.lines(rows), '}')
  return { path: 'topgate/_error_table.py', text: file.text() }
}
