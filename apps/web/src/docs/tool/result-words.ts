import type { Language } from '../../language.ts'

/** What the island of the tool says; in its bundle, not in the page. */
const zh = {
  signing: '签名过程',
  stepSort: '按名称的 ASCII 顺序排列全部参数（不含 sign）',
  stepJoin: '名称与值首尾相连，不加任何分隔符，得到待签名文本',
  stepDigest: '用 AppSecret 计算摘要，取大写十六进制，即为 sign',
  name: '名称',
  value: '值',
  request: '实际请求',
  answer: '返回',
  time: (ms: number, status: number) => `HTTP ${status}，用时 ${ms} 毫秒`,
  success: '调用成功',
  refused: '调用被拒绝',
  declined: 'API 没有执行此请求',
  unreadable: '返回的不是网关的应答',
  failed: '请求没有发出去',
  failedHint: '请检查服务器是否在运行、网络是否可用，再重试。',
  cause: '原因',
  remedy: '解决方案',
  server: '服务器诊断',
  why: '为什么？收到了什么、在哪一步被拒绝、怎么改',
  copyAs: '复制为',
  copied: '已复制',
  link: '复现链接（不含密钥与会话）',
  sending: '正在发送…',
}

const en: typeof zh = {
  signing: 'Signature, step by step',
  stepSort: 'Sort all parameters by name in ASCII order, without sign',
  stepJoin: 'Join names and values with nothing between: this is the text that is signed',
  stepDigest: 'Compute the digest with the app secret; in upper-case hexadecimal it is sign',
  name: 'Name',
  value: 'Value',
  request: 'Request as sent',
  answer: 'Answer',
  time: (ms: number, status: number) => `HTTP ${status} in ${ms} ms`,
  success: 'The call succeeded',
  refused: 'The call was refused',
  declined: 'The API did not carry out the request',
  unreadable: 'This is not an answer of a gateway',
  failed: 'The request was not sent',
  failedHint: 'Check that the server is running and the network is there, then try again.',
  cause: 'Cause',
  remedy: 'What to do',
  server: 'What the server found',
  why: 'Why? What came in, which check refused it, and the call repaired',
  copyAs: 'Copy as',
  copied: 'Copied',
  link: 'Link to this call (without secret and session)',
  sending: 'Sending …',
}

export type ResultWords = typeof zh

export const resultWords: Readonly<Record<Language, ResultWords>> = { zh, en }
