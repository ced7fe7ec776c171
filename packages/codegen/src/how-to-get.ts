import type { ApiContract, Bilingual } from '@topgate/contracts'

/** One numbered step of 如何获得此API. */
export interface Step {
  readonly about: Bilingual
  readonly command: string
}

const KEY = '30001234'
const SECRET = 'my-secret-of-30001234-in-a-sandbox'

/** From nothing to the first successful call with an app of one's own, in a sandbox. */
export function stepsToGet(api: ApiContract): Step[] {
  const fresh = api.guide.freshValue
  const session = api.access === 'app' ? '' : ' --session "$SESSION"'
  const once = fresh === undefined ? '' : ` --param ${fresh.field}="$${fresh.variable}"`
  return [
    step('启动沙箱，并保持运行。', 'Start a sandbox and leave it running.', 'npm start'),
    step(
      '在另一个终端里创建应用，得到 AppKey 与 AppSecret。',
      'In another terminal make an app, which has a key and a secret.',
      `npx topgate app create --name my-app --key ${KEY} --secret ${SECRET} --no-package`,
    ),
    ...(api.package === null
      ? []
      : [
          step(
            `开通权限包 ${api.package}。`,
            `Grant the package ${api.package}.`,
            `npx topgate app grant ${KEY} ${api.package}`,
          ),
        ]),
    ...(api.access === 'app'
      ? []
      : [
          step(
            '签发一个用户的 SessionKey。',
            'Issue the session key of a user.',
            `SESSION=$(npx topgate session create --app ${KEY} --json | sed 's/.*"session":"\\([^"]*\\)".*/\\1/')`,
          ),
        ]),
    ...(fresh === undefined ? [] : [{ about: fresh.about, command: fresh.command }]),
    step(
      '发送示例调用。',
      'Send the sample.',
      `TOP_APP_KEY=${KEY} TOP_APP_SECRET=${SECRET} \\\n  npx topgate call ${api.method} --sample${session}${once}`,
    ),
  ]
}

function step(zh: string, en: string, command: string): Step {
  return { about: { zh, en }, command }
}
