/**
 * How a call travels: reading forms, multipart bodies and JSON, signing, Beijing time, names and
 * escapes of the wire. Everything is a plain function of its input and runs in a browser too.
 */
export {
  BATCH_ELEMENTS_MAX,
  batchSeparator,
  joinAnswers,
  mergeParameters,
  readBatchText,
  splitBatch,
} from './batch.ts'
export { type Binder, compileBinder, publicParameters } from './bind-request.ts'
export { escapeXml } from './escape-xml.ts'
export { explainMoment } from './explain-moment.ts'
export { readForm } from './form.ts'
export { checkCharset, type HeaderValue, readHeaderValue } from './header-value.ts'
export { readJsonBody } from './json-body.ts'
export { type JsonLimits, JsonProblem, readJson } from './json-reader.ts'
export { parseJson, writeJson, writeJsonIndented } from './json-text.ts'
export { maskParameters } from './mask-parameters.ts'
export { HIDDEN, isIncomplete } from './mask-value.ts'
export { readMultipart } from './multipart.ts'
export { itemName, responseRoot } from './names.ts'
export { didYouMean, nearestNames, suggestZh } from './nearest-names.ts'
export {
  type FilePart,
  givenTwice,
  NAME_CHARS_MAX,
  PAIRS_MAX,
  ParameterCollector,
  type Parameters,
  VALUE_BYTES_MAX,
} from './parameters.ts'
export { plainDigests } from './plain-digests.ts'
export { ProtocolError, type ProtocolErrorCode } from './protocol-error.ts'
export { type Answer, type Outcome, readAnswer } from './read-answer.ts'
export {
  type BaseStringOptions,
  baseString,
  boundariesOf,
  type Digests,
  isSignatureForm,
  isSignMethod,
  matchSignature,
  type SignatureReading,
  type SignMethod,
  sameDigest,
  sign,
  signBase,
} from './sign.ts'
export { decodeUtf8 } from './utf8.ts'
export {
  type AnswerForm,
  type AnswerWriter,
  createAnswerWriter,
  type ErrorAnswer,
  writeError,
} from './write-answer.ts'
export { writeJsonString } from './write-json-string.ts'
