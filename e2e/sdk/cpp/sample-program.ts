import { answerMark, type PageSample } from '../testing/page-samples.ts'

/**
 * A program with a function for each sample, unchanged; it is C and C++ at once. What stands around
 * it is what every reader of a page adds: includes, the client, and a session key.
 */
export function cSamples(samples: readonly Pick<PageSample, 'code'>[]): string {
  return [
    '#include <stdio.h>',
    '#include <topgate/top.h>',
    ...samples.map(
      ({ code }, index) => `
static void sample${index}(pTopClient pClient, const char *sessionKey) {
(void)sessionKey;
${code}
}`,
    ),
    '',
    'int main(int argc, char **argv) {',
    '  if (argc != 5) return 2;',
    '  pTopClient pClient = alloc_top_client(argv[1], argv[2], argv[3]);',
    ...samples.flatMap((_, index) => [
      `  puts("${answerMark(index)}");`,
      `  sample${index}(pClient, argv[4]);`,
    ]),
    '  destroy_top_client(pClient);',
    '  return 0;',
    '}',
    '',
  ].join('\n')
}
