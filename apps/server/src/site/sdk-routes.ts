import { type Library, type SdkLanguage, SdkRefusal, sdkLanguages } from '@topgate/codegen'
import { SDK_PATH, sdkPage } from '@topgate/web'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SdkDownloads } from '../sdk/sdk-downloads.ts'
import type { PageRoute } from './docs-site.ts'
import { queryText } from './page-context.ts'
import { PLAIN_TEXT, respond } from './respond.ts'

const ZIP = 'application/zip'
const RETRY_AFTER_S = 2

/** `/sdk`, and the archive of each language, whole or for one API. */
export function mountSdks(
  app: FastifyInstance,
  page: PageRoute,
  library: () => Library,
  downloads = new SdkDownloads(),
): void {
  app.get(
    SDK_PATH,
    page((context) => ({ status: 200, body: sdkPage(context, sdkLanguages) })),
  )
  const nothing = page((context) => ({ status: 404, body: sdkPage(context, sdkLanguages) }))
  app.get(`${SDK_PATH}/:file`, async (request, reply) => {
    const language = languageOf(request)
    const method = queryText(request, 'api')
    const api = method === undefined ? undefined : library().find(method)
    if (language === undefined || (method !== undefined && api === undefined)) {
      return nothing(request, reply)
    }
    const download = await downloads.get(language, api)
    if (download === 'busy') return refuse(request, reply, 503, busyText)
    if (download instanceof SdkRefusal) {
      return refuse(request, reply, 422, refusalText(language, download))
    }
    reply.header('Content-Disposition', `attachment; filename="${download.fileName}"`)
    return respond(request, reply, { type: ZIP, body: Buffer.from(download.bytes) })
  })
}

function languageOf(request: FastifyRequest): SdkLanguage | undefined {
  const { file } = request.params as { readonly file: string }
  return sdkLanguages.find(({ name }) => `${name}.zip` === file)
}

const busyText = `正在为其他人打包，请 ${RETRY_AFTER_S} 秒后再试。
Others are waiting for theirs; please try again in ${RETRY_AFTER_S} seconds.
`

function refusalText({ title }: SdkLanguage, { method, field, reason }: SdkRefusal): string {
  const place = field === '' ? method : `${method} ${field}`
  return `无法为此 API 生成 ${title} SDK：${place}（${reason}）
No ${title} SDK can be generated for this API: ${place}: ${reason}
`
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, body: string) {
  if (status === 503) reply.header('Retry-After', String(RETRY_AFTER_S))
  return respond(request, reply, { status, type: PLAIN_TEXT, body })
}
