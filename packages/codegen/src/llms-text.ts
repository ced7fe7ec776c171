import type { ApiContract } from '@topgate/contracts'
import type { Guide } from './guides/guide.ts'

/** `/llms.txt`: what is here and where, for programs that read documentation. */
export function llmsText(apis: readonly ApiContract[], guides: readonly Guide[]): string {
  return [
    '# Topgate',
    '',
    '> An open platform that speaks the protocol of TOP (Taobao Open Platform). All calls are signed',
    '> form posts to /router/rest; any TOP client library works when only its gateway URL is changed.',
    '',
    '- A call that failed with a sub_code beginning with isp. may be sent again unchanged; isv. needs a change.',
    '- Numbers are 64-bit integers: keep them as text. Times are Beijing wall time, yyyy-MM-dd HH:mm:ss.',
    '- In a sandbox use app key 10000001 with secret sandbox00000000000000000000000001.',
    '',
    '## APIs',
    '',
    ...apis.map(
      ({ method, title, description }) =>
        `- [${method}](/docs/api/${method}.md?lang=en): ${title.en}. ${description.en}`,
    ),
    '',
    '## Guides',
    '',
    ...guides.map(
      ({ name, title, lead }) => `- [${title.en}](/docs/guides/${name}.md?lang=en): ${lead.en}`,
    ),
    '',
    '## For programs',
    '',
    '- [OpenAPI 3.1](/openapi.json): all APIs, chosen by the constant method',
    '- /docs/api/METHOD.json: the contract of one API, /docs/api/METHOD.md?lang=en its page',
    '- [SDKs](/sdk?lang=en): typed clients in seven languages; /sdk/java.zip?api=METHOD has one API alone',
    '',
  ].join('\n')
}
