import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DocumentedApi } from '@topgate/contracts'
import { writeSdk } from '../testing/write-sdk.ts'

const run = promisify(execFile)
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024

/** Every warning is an error, for the SDK and for the programs that use it. */
export const warnings = ['-Wall', '-Wextra', '-Wpedantic', '-Wshadow', '-Wconversion', '-Werror']

/** A folder with the SDK for some APIs, built and installed as its users do it. */
export interface CppProject {
  readonly sdkDir: string
  /** Builds the library with CMake. Rejects with what the compiler says. */
  build(): Promise<void>
  /** Compiles a program of C (`.c`) or C++ against the installed library; gives its path. */
  compile(source: string, name: string): Promise<string>
  /** Builds a program as a project of its own that finds the installed library by CMake. */
  compileWithCmake(text: string, name: string): Promise<string>
  /** As `compile`, for a text. */
  compileText(text: string, fileName: string): Promise<string>
  run(program: string, ...args: readonly string[]): Promise<string>
  remove(): void
}

/** `flags` are for the compiler and the linker, such as `-fsanitize=address`. */
export function cppProject(
  apis: readonly DocumentedApi[],
  flags: readonly string[] = [],
): CppProject {
  const dir = mkdtempSync(join(tmpdir(), 'topgate-cpp-'))
  const [sdkDir, buildDir, installDir] = ['sdk', 'build', 'installed'].map((name) =>
    join(dir, name),
  ) as [string, string, string]
  writeSdk('cpp', apis, sdkDir)
  const execute = async (program: string, args: readonly string[]): Promise<string> => {
    const { stdout } = await run(program, args, { cwd: dir, maxBuffer: OUTPUT_BYTES_MAX })
    return stdout
  }
  const cxxFlags = `-DCMAKE_CXX_FLAGS=${[...warnings, ...flags].join(' ')}`
  const project: CppProject = {
    sdkDir,
    async build() {
      await execute('cmake', ['-S', sdkDir, '-B', buildDir, cxxFlags])
      await execute('cmake', ['--build', buildDir, '--parallel', '2'])
      await execute('cmake', ['--install', buildDir, '--prefix', installDir])
    },
    async compile(source, name) {
      const object = join(dir, `${name}.o`)
      const program = join(dir, name)
      const compiler = source.endsWith('.c') ? ['gcc', '-std=c99'] : ['g++', '-std=c++17']
      const [command = '', standard = ''] = compiler
      const include = join(installDir, 'include')
      const options = [standard, ...warnings, ...flags, '-I', include]
      await execute(command, [...options, '-c', source, '-o', object])
      const libraries = [`-L${join(installDir, 'lib')}`, '-ltopgate', '-lcurl', '-pthread']
      await execute('g++', [...flags, object, ...libraries, '-o', program])
      return program
    },
    async compileWithCmake(text, name) {
      const source = join(dir, `${name}-project`)
      mkdirSync(source)
      writeFileSync(join(source, 'main.cpp'), text)
      const lines = [
        'cmake_minimum_required(VERSION 3.16)',
        `project(${name} LANGUAGES CXX)`,
        'find_package(topgate 0.0 CONFIG REQUIRED)',
        `add_executable(${name} main.cpp)`,
        `target_link_libraries(${name} PRIVATE topgate::topgate)`,
      ]
      writeFileSync(join(source, 'CMakeLists.txt'), lines.join('\n'))
      const build = join(source, 'build')
      const options = [`-DCMAKE_PREFIX_PATH=${installDir}`, cxxFlags]
      await execute('cmake', ['-S', source, '-B', build, ...options])
      await execute('cmake', ['--build', build])
      return join(build, name)
    },
    compileText(text, fileName) {
      const source = join(dir, fileName)
      writeFileSync(source, text)
      return project.compile(source, fileName.replace(/[.]/g, '-'))
    },
    run: (program, ...args) => execute(program, args),
    remove: () => rmSync(dir, { recursive: true }),
  }
  return project
}
