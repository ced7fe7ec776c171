import { answerMark } from '../testing/page-samples.ts'

/**
 * A class with a method for each sample, unchanged. What stands around it is what every reader of a
 * page adds: imports, the three variables of the client, and a session key.
 */
export function javaSamples(className: string, codes: readonly string[]): string {
  const imports = codes.flatMap((code) => code.match(IMPORT) ?? [])
  const methods = codes.flatMap((code, index) => [
    `  static void sample${index}(String url, String appkey, String secret, String sessionKey)`,
    '      throws ApiException {',
    code.replace(IMPORT, ''),
    '  }',
    '',
  ])
  const calls = codes.flatMap((_, index) => [
    `    System.out.println("${answerMark(index)}");`,
    `    sample${index}(args[0], args[1], args[2], args[3]);`,
  ])
  return [
    'import io.topgate.api.*;',
    'import io.topgate.api.internal.util.StringUtils;',
    'import io.topgate.api.request.*;',
    'import io.topgate.api.response.*;',
    'import java.util.*;',
    ...new Set(imports.map((line) => line.trim())),
    '',
    `public final class ${className} {`,
    ...methods,
    '  public static void main(String[] args) {',
    ...calls,
    '  }',
    '}',
    '',
  ].join('\n')
}

/** Examples of the readme bring their own. */
const IMPORT = /^import .*;\n/gm
