import type { SdkModel } from '../model.ts'
import { scriptPath } from './curl-script.ts'

/** The README: what is needed, how to call, how the secret is kept, what the exit status says. */
export function curlReadme({ apis, version }: SdkModel): string {
  const example =
    apis[0] === undefined ? 'topgate-call.sh taobao.time.get' : scriptPath(apis[0].method)
  const rows = apis.map(({ method, title }) => {
    return `| \`${scriptPath(method)}\` | ${title.zh === title.en ? title.zh : `${title.zh} / ${title.en}`} |`
  })
  return `# Topgate calls from a shell

Version ${version}. POSIX sh (dash, bash, busybox) with curl 7.63 or later, openssl and any awk.
Apache-2.0.

\`\`\`sh
export TOP_URL=http://127.0.0.1:8080/router/rest TOP_APP_KEY=… TOP_APP_SECRET_FILE=~/.topgate-secret
sh ${example} --sample      # the documented example
sh ${example} --help        # its parameters
sh topgate-call.sh METHOD 'NAME=VALUE' NAME@FILE   # any API
\`\`\`

The body of the answer goes to standard output, as it came; with \`--paths\` as lines of path and JSON
value, every digit kept: \`result.data.charity_hours<TAB>"0.1"\`. After a failure standard error has lines
of \`name: value\`: \`outcome\`, \`code\`, \`msg\`, \`sub_code\`, \`sub_msg\`, \`request_id\`, \`remedy\`, \`retry\`.

| exit status | meaning |
|---|---|
| 0 | the API carried out the call |
| 1 | the platform refused the call, or the API declined it |
| 2 | wrong usage; nothing was sent |
| 3 | no usable answer: no connection, a time-out, HTML, cut JSON, too many bytes |

Structs and lists of structs are JSON text. Values may hold any byte; those that start from a file
(\`NAME@FILE\`, \`NAME@-\` for standard input) may hold zero bytes too. All three ways to sign are there
(\`--sign-method\`); the format is always JSON.

A call is sent up to 3 times (\`--tries\`), the very same bytes each time, so that a write takes effect
once: after what the platform says can be repeated, never before the time that it names, and after a
call of unknown fate only where the API allows that. Time-outs: 3 s to connect, 10 s for a try, longer
where the API may take longer. An answer of more than 1 MiB is refused. Each call is a connection of
its own.

## The secret

openssl takes the key of an HMAC only as an argument, which every user of the machine can read in the
list of processes. So the two rounds of HMAC are done here, with openssl's plain digests, and the key
reaches them through a pipe. The secret is in no argument, no file and no environment but that of the
script itself, which takes it out of the environment before it starts another program; in
\`TOP_APP_SECRET_FILE\` it is in none at all. The session key and the parameters travel through pipes too.
What you write as \`NAME=VALUE\` is an argument: give personal data as \`NAME@FILE\`. Answers lie in a
temporary folder that only you can open, until the call is over.

## APIs

| script | API |
|---|---|
${rows.join('\n')}
`
}
