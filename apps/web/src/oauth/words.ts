import type { Language } from '../language.ts'

/** Chinese is the source; the type makes English complete. */
const zh = {
  section: '用户授权',

  consentTitle: (app: string) => `「${app}」请求您的授权`,
  consentText: '同意之后，它可以以您的身份使用：',
  nothing: '无：它只会得知您是谁。',
  viaApis: '涉及的接口',
  account: '您的账户',
  notYou: '不是您？换一个账户',
  app: '应用',
  appKey: 'AppKey',
  returnsTo: '授权后返回',
  lasts: '有效期',
  lastsText: (hours: string, days: string) =>
    `每次 ${hours}；${days}内可续期，续期后重新计算；平台可随时取消`,
  allow: '同意授权',
  refuse: '拒绝',
  refuseText: '拒绝后您会返回应用，它得不到任何权限。',
  testUser: '测试用户',
  testUserHint: '沙箱里没有真实用户：以哪一个用户的身份答复？1 到 19 位数字',
  hours: (n: number) => `${n} 小时`,
  days: (n: number) => `${n} 天`,

  callbackTitle: '授权码已到达',
  callbackText: '这里是沙箱测试应用的回调地址。真实应用会在自己的服务器上收到下面的参数。',
  callbackRefused: '用户拒绝了授权',
  callbackNext: '换取 SessionKey（60 秒内有效，只能用一次）：',
  callbackNothing: '没有收到 code 或 error：请从授权页面开始。',

  toGuide: '查看授权指南',
  forDeveloper: '给应用开发者',
  errorName: '错误',
  troubles: {
    unreadable: {
      title: '授权请求无法读取',
      text: '地址里的参数不是合法的 UTF-8 查询串，或同一参数出现了多次。请检查应用生成的链接。',
    },
    'unknown-app': {
      title: '没有这个应用',
      text: 'client_id 不是已启用应用的 AppKey。请核对 client_id。',
    },
    'other-redirect': {
      title: '回调地址不对',
      text: '缺少 redirect_uri，或它与应用登记的地址不是逐字相同。为了您的安全，这里不会跳转过去。请让平台为应用登记回调地址。',
    },
    'response-type': {
      title: '不支持的 response_type',
      text: '只支持 response_type=code。浏览器里直接得到令牌的方式（token）不安全，不提供。',
    },
    'no-state': {
      title: '缺少 state',
      text: '请为每次授权生成一个不可猜测的 state（至多 512 个字符），并在回调时核对，以防授权被冒用。',
    },
    challenge: {
      title: 'code_challenge 不对',
      text: '只支持 code_challenge_method=S256，code_challenge 为 43 个字符的 base64url 文本。',
    },
    scope: {
      title: 'scope 超出应用的权限',
      text: 'scope 只能是应用已开通的权限包名，多个之间用逗号分隔。',
    },
    'sandbox-user': {
      title: 'sandbox_user 不对',
      text: 'sandbox_user 应是 1 到 19 位数字，例如 2201234567890。',
    },
    'log-in-failed': {
      title: '没有登录成功',
      text: '登录凭证无效、已过期，或属于另一个浏览器。请回到应用重新开始。',
    },
    'no-log-in': {
      title: '此平台尚未接入用户登录',
      text: '平台需要设置 TOPGATE_LOGIN_URL 与 TOPGATE_LOGIN_KEY_FILE，用户才能授权。请联系平台。',
    },
    forged: {
      title: '请重新开始',
      text: '这次提交不是从授权页面发出的，或页面打开得太久。请回到应用重新开始；浏览器须允许 Cookie。',
    },
    unavailable: {
      title: '暂时无法处理',
      text: '存储暂时没有响应，什么也没有改变。请稍后再试。',
    },
    'not-found': { title: '没有这个页面', text: '请从应用发起授权。' },
  },
}

const en: typeof zh = {
  section: 'Authorisation',

  consentTitle: (app) => `“${app}” asks for your permission`,
  consentText: 'If you agree, it may use in your name:',
  nothing: 'nothing: it only learns who you are.',
  viaApis: 'By these APIs',
  account: 'Your account',
  notYou: 'Not you? Use another account',
  app: 'App',
  appKey: 'App key',
  returnsTo: 'You return to',
  lasts: 'For how long',
  lastsText: (hours, days) =>
    `${hours} at a time; within ${days} it can be renewed, which begins anew. The platform can end it at any moment`,
  allow: 'Allow',
  refuse: 'Refuse',
  refuseText: 'If you refuse, you return to the app, and it gets nothing.',
  testUser: 'Test user',
  testUserHint: 'A sandbox has no real users: who shall answer? 1 to 19 digits',
  hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
  days: (n) => (n === 1 ? '1 day' : `${n} days`),

  callbackTitle: 'The code has arrived',
  callbackText:
    'This is the redirect address of the test apps of the sandbox. A real app receives these parameters on a server of its own.',
  callbackRefused: 'The user refused',
  callbackNext: 'Exchange it for a session key (it counts once, for 60 seconds):',
  callbackNothing: 'Neither code nor error came: begin at the authorise page.',

  toGuide: 'Read the guide',
  forDeveloper: 'For the developer of the app',
  errorName: 'Error',
  troubles: {
    unreadable: {
      title: 'The request cannot be read',
      text: 'The query is not valid UTF-8, or has a parameter twice. Check the link that the app makes.',
    },
    'unknown-app': {
      title: 'There is no such app',
      text: 'client_id is not the key of an enabled app. Check client_id.',
    },
    'other-redirect': {
      title: 'The redirect address is not registered',
      text: 'redirect_uri is missing, or not the registered one character by character. For your safety you are not sent there. Have the platform register the address of the app.',
    },
    'response-type': {
      title: 'This response_type is not supported',
      text: 'Only response_type=code is. Tokens that arrive in the browser (token) are not safe and not offered.',
    },
    'no-state': {
      title: 'state is missing',
      text: 'Make a state that nobody can guess for each authorisation (512 characters at most), and compare it when the user returns.',
    },
    challenge: {
      title: 'code_challenge is not right',
      text: 'Only code_challenge_method=S256 is supported; code_challenge has 43 characters of base64url.',
    },
    scope: {
      title: 'scope asks for more than the app may have',
      text: 'scope names permission packages that the app was granted, with commas between.',
    },
    'sandbox-user': {
      title: 'sandbox_user is not right',
      text: 'sandbox_user has 1 to 19 digits, such as 2201234567890.',
    },
    'log-in-failed': {
      title: 'You were not logged in',
      text: 'The proof of the log-in is not valid, has expired, or belongs to another browser. Go back to the app and begin again.',
    },
    'no-log-in': {
      title: 'This platform has no log-in for users yet',
      text: 'TOPGATE_LOGIN_URL and TOPGATE_LOGIN_KEY_FILE have to be set before users can authorise. Please tell the platform.',
    },
    forged: {
      title: 'Please begin again',
      text: 'The form did not come from the authorise page, or that was open for too long. Go back to the app; the browser has to allow cookies.',
    },
    unavailable: {
      title: 'Not possible at the moment',
      text: 'The store does not answer. Nothing was changed; try again a little later.',
    },
    'not-found': { title: 'There is no such page', text: 'Begin at the app.' },
  },
}

export type OauthTrouble = keyof typeof zh.troubles

export const oauthWords: Readonly<Record<Language, typeof zh>> = { zh, en }
