import type { ApiContract, Bilingual } from '@topgate/contracts'

/** One numbered step of 如何获得此API. */
export interface Step {
  readonly about: Bilingual
  readonly command: string
}

/** From nothing to the first successful call, in a sandbox. */
export function stepsToGet(api: ApiContract): Step[] {
  return [
    {
      about: {
        zh: '启动沙箱。它自带测试应用、测试数据和测试会话。',
        en: 'Start a sandbox. It brings test apps, test data and test sessions.',
      },
      command: 'npm start',
    },
    {
      about: {
        zh: `发送示例调用，使用沙箱应用 10000001${api.package === null ? '' : `（已开通权限包 ${api.package}）`}${api.access === 'session' ? '及其测试会话' : ''}。`,
        en: `Send the sample as the sandbox app 10000001${api.package === null ? '' : `, which has the package ${api.package}`}${api.access === 'session' ? ' and a test session' : ''}.`,
      },
      command: `npx topgate call ${api.method} --sample`,
    },
  ]
}
