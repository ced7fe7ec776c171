import type { Language } from '../../language.ts'

/** Chinese is the source; the type makes English complete. */
const zh = {
  title: 'API工具',
  lead: '在浏览器里签名并发送一次真实调用，逐步查看签名是怎么来的。',
  api: 'API',
  open: '打开',
  caller: '应用',
  appKey: 'AppKey',
  secret: 'AppSecret',
  secretHint: '只保留在本页内存里，不会发送，也不会保存。',
  sandboxHint: '已填入沙箱测试应用，可直接发送。',
  session: 'SessionKey',
  signMethod: '签名算法',
  format: '返回格式',
  simplified: '精简 JSON',
  parameters: '业务参数',
  noParameters: '此 API 没有业务参数。',
  emptyHint: '留空的参数不会发送。',
  documentation: '查看文档',
  send: '签名并发送',
  noScript: '此工具在浏览器里签名，需要启用 JavaScript。',
  result: '结果',
  beforeSending: '发送后，这里依次显示签名过程、实际请求与返回。',
  notServedTitle: '此 API 不在本平台提供',
  notServedText: '它的文档由外部描述导入，没有可调用的服务。',
}

const en: typeof zh = {
  title: 'API tool',
  lead: 'Sign and send a real call in the browser, and see step by step how the signature comes about.',
  api: 'API',
  open: 'Open',
  caller: 'App',
  appKey: 'App key',
  secret: 'App secret',
  secretHint: 'Stays in the memory of this page: never sent, never stored.',
  sandboxHint: 'The test app of the sandbox is filled in: send at once.',
  session: 'Session key',
  signMethod: 'sign_method',
  format: 'Format of the answer',
  simplified: 'simplified JSON',
  parameters: 'Parameters',
  noParameters: 'This API has no business parameters.',
  emptyHint: 'What is left empty is not sent.',
  documentation: 'Documentation',
  send: 'Sign and send',
  noScript: 'This tool signs in the browser and needs JavaScript.',
  result: 'Result',
  beforeSending:
    'After sending, this shows the signature step by step, the request and the answer.',
  notServedTitle: 'This API is not served here',
  notServedText: 'Its description was imported from elsewhere; there is nothing to call.',
}

export const toolWords: Readonly<Record<Language, typeof zh>> = { zh, en }
