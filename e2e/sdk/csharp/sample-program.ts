import { answerMark } from '../testing/page-samples.ts'

/**
 * A class with a method for each sample, unchanged. What stands around it is what every reader of a
 * page adds: namespaces, the three variables of the client, and a session key.
 */
export function csharpSamples(className: string, codes: readonly string[]): string {
  const methods = codes.flatMap((code, index) => {
    const body = code.replace(USING, '')
    return [
      `  static ${/\bawait\b/.test(body) ? 'async Task' : 'void'} Sample${index}(${PARAMETERS})`,
      '  {',
      body,
      '  }',
      '',
    ]
  })
  const calls = codes.flatMap((code, index) => [
    `    Console.WriteLine("${answerMark(index)}");`,
    `    Sample${index}(args[0], args[1], args[2], args[3])${/\bawait\b/.test(code) ? '.Wait()' : ''};`,
  ])
  return [
    'using System;',
    'using System.Collections.Generic;',
    'using System.Threading.Tasks;',
    'using Topgate.Api;',
    'using Topgate.Api.Request;',
    'using Topgate.Api.Response;',
    '',
    `public static class ${className}`,
    '{',
    ...methods,
    '  public static void Main(string[] args)',
    '  {',
    ...calls,
    '  }',
    '}',
    '',
  ].join('\n')
}

const PARAMETERS = 'string url, string appkey, string secret, string sessionKey'

/** Examples of the readme bring their own. */
const USING = /^using [\w.]+;\n/gm
