import type { SdkField, SdkType } from '../fields.ts'
import type { SdkApi, SdkModel } from '../model.ts'
import { CodeWriter } from '../writer.ts'
import { cLiteral } from './c-literal.ts'
import { headerPath } from './header-path.ts'

/** The README: how to build, how to call, what may go wrong; the example is an API of this SDK. */
export function cppReadme({ apis, version }: SdkModel): string {
  const [example] = apis
  const writer = new CodeWriter()
  writer.lines([
    '# Topgate SDK for C++17',
    '',
    `Version ${version}. Needs a C++17 compiler and libcurl, nothing else. Apache-2.0.`,
    '',
    '## Build',
    '',
    '```sh',
    'cmake -S . -B build -DCMAKE_BUILD_TYPE=Release && cmake --build build',
    'cmake --install build --prefix /usr/local   # then: find_package(topgate), topgate::topgate',
    '```',
    '',
    'Or add the folder to your own build: `add_subdirectory(topgate-sdk-cpp)`; without CMake: compile',
    '`src/*.cpp` with `-Iinclude` and link `-lcurl -pthread`.',
    '',
    '## Call',
    '',
  ])
  if (example !== undefined) writer.lines(['```cpp', ...exampleOf(example), '```', ''])
  return writer.lines([...rest, '', '## APIs', '', ...apis.map(apiLine)]).text()
}

function apiLine({ method, title }: SdkApi): string {
  return `- \`${method}\`: ${title.zh} ${title.zh === title.en ? '' : `/ ${title.en}`}`.trimEnd()
}

const rest =
  `Every field is a \`std::optional\`: what is not set is not sent. A required field that is missing is a
\`RequestError\` before anything is sent. One \`Client\` serves all threads and keeps its connections.

An answer has the documented fields (\`answer->…\`), whether the API carried out the call
(\`answer.succeeded\`, the same for every shape of answer), its \`code\` and \`remedy\` when it did not, the
\`body\` as it came, all \`fields\` with every digit, and the members that this SDK does not know
(\`answer.unknown\`). Integers have 64 bits from end to end. The format is always JSON.

What goes wrong is an exception, all of them a \`topgate::Error\`:

| class | what happened | what it has |
|---|---|---|
| \`RefusedError\` | the platform refused the call | \`code\`, \`sub_code\`, \`msg\`, \`sub_msg\`, \`remedy\`, \`request_id\` |
| \`TransportError\` | no answer: connection, time-out | \`reason\`, \`may_have_run()\` |
| \`AnswerError\` | HTML, cut JSON, another HTTP status, too many bytes | \`http_status\`, \`body\` |
| \`RequestError\` | the call cannot be sent as it is | |

\`retry\` says whether sending it again can help. What can be repeated by itself is: up to 3 tries with
growing, partly random waits, never before the time that the platform names, 30 s of waiting in all
(\`Options::retry\`). A repeated call is the same bytes, so that a write takes effect once; a call whose
fate is unknown is repeated only where its contract allows it.

Time-outs: 3 s to connect, 10 s for a try (\`Options::timeout\`), longer where an API may take longer.
\`Options::on_try\` is told of every try, for logs. Messages hold no secret, no parameter and nothing of
an answer's fields; \`body\` may hold personal data. To test without a network, give
\`Options::transport\` a class of your own.

## In the manner of TOP's C samples

\`topgate/top.h\` works from C and C++: \`alloc_top_client\`, \`alloc_top_request\`, \`set_api_name\`,
\`add_param\`, \`top_execute\`, \`destroy_top_response\`; link with the C++ compiler.`.split('\n')

function exampleOf(api: SdkApi): string[] {
  const session = api.session === 'required' ? ', "SESSION_KEY"' : ''
  const writer = new CodeWriter('  ')
  writer
    .line('#include <iostream>')
    .line(`#include <${headerPath(api.method)}>`)
    .line()
  writer.block('int main() {', () => {
    writer.line('try {')
    writer.indented(() => {
      writer
        .line(
          'const topgate::Client client({"https://HOST/router/rest", "APP_KEY", "APP_SECRET"});',
        )
        .line(`topgate::${api.name}Request request;`)
      fill(writer, 'request', api.request)
      writer
        .line(`const auto answer = client.execute(request${session});`)
        .line(
          'if (!answer.succeeded) std::cout << answer.code << " " << answer.remedy.en << "\\n";',
        )
        .line('std::cout << answer.body << "\\n";')
    })
    writer.line('} catch (const topgate::Error& error) {')
    writer.indented(() => writer.line('std::cerr << error.what() << "\\n";').line('return 1;'))
    writer.line('}')
  })
  return writer.text().trimEnd().split('\n')
}

/** Sets the fields to their examples; the documentation is where the whole meaning stands. */
function fill(writer: CodeWriter, owner: string, fields: readonly SdkField[]): void {
  for (const { name, type, example } of fields) {
    if (type.kind === 'struct') {
      writer.line(`auto& ${name} = ${owner}.${name}.emplace();`)
      fill(writer, name, type.struct.fields)
    } else if (example !== null && type.kind !== 'list') {
      writer.line(`${owner}.${name} = ${literalOf(type, example)};`)
    }
  }
}

function literalOf(type: SdkType, example: string): string {
  if (type.kind === 'moment') return `topgate::beijing(${cLiteral(example)})`
  return type.kind === 'int64' || type.kind === 'byte' || type.kind === 'flag'
    ? example
    : cLiteral(example)
}
