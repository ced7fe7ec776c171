import { answerMark, type PageSample } from '../testing/page-samples.ts'

/**
 * A class with a method for each sample, unchanged. What stands around it is what every reader of a
 * page adds: namespaces, the three variables of the client, and a session key.
 */
export function csharpSamples(className: string, samples: readonly PageSample[]): string {
  const methods = samples.map(({ code }, index) => [
    `  static void Sample${index}(string url, string appkey, string secret, string sessionKey)`,
    '  {',
    code,
    '  }',
    '',
  ])
  const calls = samples.flatMap((_, index) => [
    `    Console.WriteLine("${answerMark(index)}");`,
    `    Sample${index}(args[0], args[1], args[2], args[3]);`,
  ])
  return [
    'using System;',
    'using System.Collections.Generic;',
    'using Topgate.Api;',
    'using Topgate.Api.Request;',
    'using Topgate.Api.Response;',
    '',
    `public static class ${className}`,
    '{',
    ...methods.flat(),
    '  public static void Main(string[] args)',
    '  {',
    ...calls,
    '  }',
    '}',
    '',
  ].join('\n')
}
