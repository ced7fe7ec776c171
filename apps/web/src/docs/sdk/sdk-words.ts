import type { SdkLanguageName } from '@topgate/codegen'
import type { Language } from '../../language.ts'

/** What is needed to use the SDK of a language, and how it gets into a project. */
export const sdkFacts: Readonly<
  Record<
    SdkLanguageName,
    { readonly needs: Readonly<Record<Language, string>>; readonly use: string }
  >
> = {
  java: { needs: { zh: 'Java 17 及以上', en: 'Java 17 or later' }, use: 'mvn install' },
  csharp: {
    needs: {
      zh: '.NET Framework、Mono 或新版 .NET（C# 7.3）',
      en: '.NET Framework, Mono or modern .NET (C# 7.3)',
    },
    use: 'dotnet pack',
  },
  php: {
    needs: { zh: 'PHP 8.2 及以上，curl 扩展', en: 'PHP 8.2 or later with curl' },
    use: "require 'TopSdk.php';",
  },
  curl: {
    needs: { zh: 'sh、curl、openssl', en: 'sh, curl, openssl' },
    use: './topgate-call.sh METHOD NAME=VALUE',
  },
  python: { needs: { zh: 'Python 3.9 及以上', en: 'Python 3.9 or later' }, use: 'pip install .' },
  cpp: {
    needs: { zh: 'C++17 编译器、libcurl', en: 'A C++17 compiler, libcurl' },
    use: 'cmake -B build && cmake --build build',
  },
  typescript: {
    needs: {
      zh: 'Node 20 及以上，含 TypeScript 类型',
      en: 'Node 20 or later; TypeScript types inside',
    },
    use: 'npm install ./topgate-sdk-typescript-0.1.0',
  },
}

/** Chinese is the source; the type makes English complete. */
const zh = {
  title: 'SDK 下载',
  lead: '七种语言的 SDK，由同一份 API 契约生成，与服务始终一致。除 C++ 使用 libcurl 外，没有任何第三方依赖。',
  downloads: '下载',
  language: '语言',
  needs: '运行环境',
  use: '使用',
  archive: '下载',
  download: 'ZIP',
  oneApi:
    '只需要其中一个 API？每个 API 页面的「请求示例」下可以下载只含此 API 的 SDK，导入的 API 也一样。',
  firstCall: '第一次调用',
  firstCallAbout:
    'url、appkey、secret 换成您自己的，每个 API 页面都有可直接运行的示例。还没有应用？可以用',
  testApps: '沙箱的测试应用',
  every: '每个 SDK 都有',
  features: [
    '三种签名：hmac-sha256（默认）、hmac、md5。',
    '类型化的请求与返回，字段的说明就在代码里；64 位整数一位不差，时间按北京时间读写。',
    '是否成功只有一种问法，不管这个 API 用哪种格式回答。',
    '类型化的错误：错误码、子错误码、request_id、解决办法，以及重试是否有用。',
    '自动重试可以重复的请求：原样重发、逐次加长等待、遵守平台给出的等待时间；不该重复的绝不重复。',
    '超时（连接 3 秒、读取 10 秒）、连接复用、返回大小上限；返回乱码、断线、无响应都会成为一种明确的错误。',
    '没见过的字段与取值不会丢；原始返回随时可取。',
    '日志钩子；日志和错误信息里没有密钥、session 与用户数据。',
  ],
  guideAbout: '怎样处理失败、什么时候会自动重试：',
  guide: '接入指南「使用 SDK」',
  commandLine: '命令行生成',
  commandLineAbout: '同样的 SDK 也可以在本机生成，归档逐字节相同，可以核对：',
  importedAbout: '自己添加的契约也能生成：先导入描述，再按名称选择。',
}

const en: typeof zh = {
  title: 'SDK downloads',
  lead: 'SDKs in seven languages, generated from the contracts that the service itself runs on. Without third-party dependencies, but for libcurl in C++.',
  downloads: 'Downloads',
  language: 'Language',
  needs: 'Needs',
  use: 'Use',
  archive: 'Download',
  download: 'ZIP',
  oneApi:
    'One API is enough? Below the request samples of each API page there is an SDK with that API alone, of imported ones too.',
  firstCall: 'A first call',
  firstCallAbout:
    'Put in your own url, appkey and secret; the page of each API has samples that run as they stand. No app yet? Take',
  testApps: 'a test app of the sandbox',
  every: 'What each of them has',
  features: [
    'All three signatures: hmac-sha256 (the default), hmac, md5.',
    'Typed requests and answers with the descriptions of all fields; 64-bit integers to the last digit, times in Beijing time.',
    'One way to ask whether a call succeeded, whatever shape the API says it in.',
    'Typed errors: code, sub-code, request_id, remedy, and whether sending again can help.',
    'Calls that may be repeated are, with the very same bytes, growing pauses, and the wait that the platform asks for; what must not be repeated never is.',
    'Time-outs (3 s to connect, 10 s to read), connections used again, a bound on answers; nonsense, broken connections and silence become one clear error.',
    'Fields and values that nobody documented survive, and the answer as it came is at hand.',
    'A hook for logging; no secret, session or user data in logs and messages.',
  ],
  guideAbout: 'How to deal with failures, and when a call is sent again by itself:',
  guide: 'the guide “With an SDK”',
  commandLine: 'From the command line',
  commandLineAbout: 'The same SDKs can be made on your machine, the archives byte for byte equal:',
  importedAbout: 'Contracts of your own work too: import their descriptions, then choose by name.',
}

export const sdkWords: Readonly<Record<Language, typeof zh>> = { zh, en }
