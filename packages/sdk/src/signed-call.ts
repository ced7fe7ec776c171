import { randomUUID } from 'node:crypto'
import { formatBeijing } from '@topgate/contracts'
import type { EncodedRequest } from './encode-request.ts'
import type { SignMethod } from './options.ts'
import { signParameters } from './sign-parameters.ts'

export interface SignedCall {
  readonly contentType: string
  readonly body: Uint8Array
}

export interface Signer {
  readonly appKey: string
  readonly secret: string
  readonly signMethod: SignMethod
}

/** The bytes of a call, made once: every try sends the same ones. */
export function signedCall(
  method: string,
  request: EncodedRequest,
  session: string | undefined,
  signer: Signer,
  nowMs: number,
  partnerId: string,
): SignedCall {
  const parameters: Record<string, string> = {
    ...request.parameters,
    method,
    app_key: signer.appKey,
    ...(session === undefined ? {} : { session }),
    timestamp: formatBeijing(nowMs),
    format: 'json',
    v: '2.0',
    sign_method: signer.signMethod,
    partner_id: partnerId,
  }
  parameters.sign = signParameters(parameters, signer.secret, signer.signMethod)
  if (request.files.length > 0) return multipart(parameters, request.files)
  return {
    contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
    body: Buffer.from(new URLSearchParams(parameters).toString()),
  }
}

function multipart(
  parameters: Readonly<Record<string, string>>,
  files: EncodedRequest['files'],
): SignedCall {
  const boundary = `topgate-${randomUUID()}`
  const head = (disposition: string, type: string) =>
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n`,
    )
  const lineEnd = Buffer.from('\r\n')
  const texts = Object.entries(parameters).flatMap(([name, value]) => [
    head(`name="${name}"`, 'text/plain; charset=UTF-8'),
    Buffer.from(value),
    lineEnd,
  ])
  const parts = files.flatMap(({ name, filename, data }) => [
    head(`name="${name}"; filename="${filename}"`, 'application/octet-stream'),
    data,
    lineEnd,
  ])
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...texts, ...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
