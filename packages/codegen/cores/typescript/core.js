"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// packages/sdk/src/index.ts
var index_exports = {};
__export(index_exports, {
  TopClient: () => TopClient,
  TopError: () => TopError,
  TopInputError: () => TopInputError,
  TopNonsense: () => TopNonsense,
  TopRefusal: () => TopRefusal,
  TopTransportError: () => TopTransportError,
  signParameters: () => signParameters
});
module.exports = __toCommonJS(index_exports);

// packages/contracts/src/beijing-time.ts
var BEIJING_OFFSET_MS = 8 * 60 * 6e4;
var DAY_MS = 24 * 60 * 6e4;
var LAST_DAY = Date.UTC(9999, 11, 31) / DAY_MS;
var MOMENT_CHARS = "yyyy-MM-dd HH:mm:ss".length;
var DATE_CHARS = "yyyy-MM-dd".length;
function parseBeijing(text) {
  if (text.length !== MOMENT_CHARS || text[10] !== " " || text[13] !== ":" || text[16] !== ":") {
    return void 0;
  }
  const days = daysOf(text);
  const hours = digits(text, 11, 2);
  const minutes = digits(text, 14, 2);
  const seconds = digits(text, 17, 2);
  if (days === void 0 || !(hours <= 23 && minutes <= 59 && seconds <= 59)) return void 0;
  return days * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1e3 - BEIJING_OFFSET_MS;
}
function formatBeijing(epochMs) {
  const text = isoInBeijing(epochMs);
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
function isoInBeijing(epochMs) {
  return dateInBeijing(epochMs).toISOString();
}
function dateInBeijing(epochMs) {
  const shifted = epochMs + BEIJING_OFFSET_MS;
  if (!(shifted >= 0 && shifted < (LAST_DAY + 1) * DAY_MS)) {
    throw new RangeError("moment out of range");
  }
  return new Date(shifted);
}
function daysOf(text) {
  if (text[4] !== "-" || text[7] !== "-") return void 0;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const exists = year >= 1970 && month >= 1 && month <= 12 && day >= 1;
  if (!exists || !(day <= daysInMonth(year, month))) return void 0;
  return Date.UTC(year, month - 1, day) / DAY_MS;
}
function daysInMonth(year, month) {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
function digits(text, from, count) {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

// packages/contracts/src/kinds.ts
var JSON_NUMBER_CHARS_MAX = 64;

// packages/contracts/src/json-value.ts
function isJsonObject(value) {
  return value instanceof Map;
}

// packages/protocol/src/protocol-error.ts
var SHOWN_CHARS_MAX = 64;
function showName(name) {
  return name.slice(0, SHOWN_CHARS_MAX).replace(/[^ -~]/g, "?");
}

// packages/protocol/src/json-scanner.ts
var TAB = 9;
var LINE_FEED = 10;
var CARRIAGE_RETURN = 13;
var SPACE = 32;
var QUOTE = 34;
var PLUS = 43;
var MINUS = 45;
var DOT = 46;
var ZERO = 48;
var NINE = 57;
var BACKSLASH = 92;
var LOWER_E = 101;
var JsonProblem = class {
  /** A short English fact. It may name a member and never shows a value. */
  reason;
  /** Where, in UTF-16 units from the start. */
  at;
  constructor(reason, at) {
    this.reason = reason;
    this.at = at;
  }
};
var FIRST_SURROGATE = 55296;
var DOUBLE_DIGITS_MAX = 15;
var JsonScanner = class {
  #text;
  #numberCharsMax;
  #keepsUnsafe;
  #at = 0;
  constructor(text, numberCharsMax, keepsUnsafe) {
    this.#text = text;
    this.#numberCharsMax = numberCharsMax;
    this.#keepsUnsafe = keepsUnsafe;
  }
  get at() {
    return this.#at;
  }
  /** The code of the next unit, NaN at the end. */
  peek() {
    return this.#text.charCodeAt(this.#at);
  }
  /** Passes one unit when it is the expected one. */
  passes(code) {
    if (this.peek() !== code) return false;
    this.#at += 1;
    return true;
  }
  skipSpace() {
    while (isSpace(this.peek())) this.#at += 1;
  }
  refuse(reason, at = this.#at) {
    throw new JsonProblem(reason, at);
  }
  readWord(word, value) {
    if (!this.#text.startsWith(word, this.#at)) this.refuse("unknown word");
    this.#at += word.length;
    return value;
  }
  readNumber() {
    const start = this.#at;
    const isNegative = this.passes(MINUS);
    const leadsWithZero = this.peek() === ZERO;
    const first = this.#at;
    const value = this.#passDigits();
    const digitCount = this.#at - first;
    if (leadsWithZero && digitCount > 1) this.refuse("number with a leading zero", start);
    const isInteger = !this.#passFractionAndExponent();
    if (this.#at - start > this.#numberCharsMax) this.refuse("number too long", start);
    if (isInteger && digitCount <= DOUBLE_DIGITS_MAX && !(isNegative && leadsWithZero)) {
      return BigInt(isNegative ? -value : value);
    }
    const text = this.#text.slice(start, this.#at);
    return isInteger && !leadsWithZero ? BigInt(text) : { decimal: text };
  }
  #passFractionAndExponent() {
    const start = this.#at;
    if (this.passes(DOT)) this.#passDigits();
    if ((this.peek() | 32) === LOWER_E) {
      this.#at += 1;
      if (!this.passes(PLUS)) this.passes(MINUS);
      this.#passDigits();
    }
    return this.#at > start;
  }
  /** Passes one digit or more; their value is exact up to {@link DOUBLE_DIGITS_MAX} digits. */
  #passDigits() {
    if (!isDigit(this.peek())) this.refuse("digit expected");
    let value = 0;
    for (let code = this.peek(); isDigit(code); code = this.peek()) {
      value = value * 10 + (code - ZERO);
      this.#at += 1;
    }
    return value;
  }
  readString() {
    const text = this.#text;
    const start = this.#at + 1;
    let at = start;
    let highest = 0;
    for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) {
      if (code === BACKSLASH) return this.#readEscapedString(start, at);
      if (!(code >= SPACE)) this.#refuseUnit(at);
      if (code > highest) highest = code;
      at += 1;
    }
    this.#at = at + 1;
    const value = text.slice(start, at);
    if (highest >= FIRST_SURROGATE) this.#checkHighUnits(value, start);
    return value;
  }
  /** Finds the end of a string with escapes; the built-in parser undoes them, and as strictly. */
  #readEscapedString(start, firstEscape) {
    const text = this.#text;
    let at = firstEscape;
    for (let code = BACKSLASH; code !== QUOTE; code = text.charCodeAt(at)) {
      if (!(code >= SPACE)) this.#refuseUnit(at);
      at += code === BACKSLASH ? 2 : 1;
    }
    this.#at = at + 1;
    const value = unquote(text.slice(start - 1, at + 1));
    if (value === void 0) return this.refuse("bad escape in a string", start);
    if (!this.#keepsUnsafe && holdsXmlUnsafeControl(value)) {
      this.refuse("control character that XML cannot carry", start);
    }
    this.#checkHighUnits(value, start);
    return value;
  }
  /** Judged in the finished value, because an escaped and a raw surrogate may form a pair. */
  #checkHighUnits(value, start) {
    if (!value.isWellFormed()) this.refuse("unpaired surrogate", start);
    if (this.#keepsUnsafe) return;
    if (value.includes("￾") || value.includes("￿")) {
      this.refuse("character that XML cannot carry", start);
    }
  }
  #refuseUnit(at) {
    const end = this.#text.length;
    if (at >= end) return this.refuse("string without an end", end);
    return this.refuse("raw control character", at);
  }
};
function isDigit(code) {
  return code >= ZERO && code <= NINE;
}
function isSpace(code) {
  if (code > SPACE) return false;
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}
function unquote(quoted) {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return void 0;
  }
}
function holdsXmlUnsafeControl(value) {
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code < SPACE && !isSpace(code)) return true;
  }
  return false;
}

// packages/protocol/src/json-reader.ts
var QUOTE2 = 34;
var COMMA = 44;
var MINUS2 = 45;
var ZERO2 = 48;
var NINE2 = 57;
var COLON = 58;
var OPEN_BRACKET = 91;
var CLOSE_BRACKET = 93;
var LOWER_F = 102;
var LOWER_N = 110;
var LOWER_T = 116;
var OPEN_BRACE = 123;
var CLOSE_BRACE = 125;
function readJson(text, limits2) {
  return new JsonReader(text, limits2).readDocument();
}
var JsonReader = class {
  #scanner;
  #limits;
  #itemsMax;
  constructor(text, limits2) {
    this.#scanner = new JsonScanner(text, limits2.numberCharsMax, limits2.xmlUnsafe === "keep");
    this.#limits = limits2;
    this.#itemsMax = limits2.itemsMax ?? limits2.membersMax;
  }
  readDocument() {
    this.#scanner.skipSpace();
    const value = this.#readValue(0);
    this.#scanner.skipSpace();
    if (!Number.isNaN(this.#scanner.peek())) {
      this.#scanner.refuse("something follows the JSON value");
    }
    return value;
  }
  #readValue(depth) {
    const scanner = this.#scanner;
    const code = scanner.peek();
    switch (code) {
      case QUOTE2:
        return scanner.readString();
      case OPEN_BRACE:
        return this.#readObject(depth + 1);
      case OPEN_BRACKET:
        return this.#readArray(depth + 1);
      case LOWER_T:
        return scanner.readWord("true", true);
      case LOWER_F:
        return scanner.readWord("false", false);
      case LOWER_N:
        return scanner.readWord("null", null);
      default:
        if (code === MINUS2 || code >= ZERO2 && code <= NINE2) return scanner.readNumber();
        return scanner.refuse("no JSON value where one is expected");
    }
  }
  #readObject(depth) {
    this.#open(OPEN_BRACE, depth);
    const members = /* @__PURE__ */ new Map();
    if (this.#scanner.passes(CLOSE_BRACE)) return members;
    let repeats = 0;
    for (let count = 1; ; count += 1) {
      if (count > this.#limits.membersMax) this.#scanner.refuse("too many members in one object");
      const start = this.#scanner.at;
      const name = this.#readName();
      members.set(name, this.#readValue(depth));
      if (members.size + repeats < count) {
        if (this.#limits.duplicates !== "last") {
          this.#scanner.refuse(`member given twice: ${showName(name)}`, start);
        }
        repeats += 1;
        this.#limits.onRepeat?.(name);
      }
      if (!this.#continues(CLOSE_BRACE)) return members;
    }
  }
  #readArray(depth) {
    this.#open(OPEN_BRACKET, depth);
    const items = [];
    if (this.#scanner.passes(CLOSE_BRACKET)) return items;
    for (; ; ) {
      if (items.length >= this.#itemsMax) this.#scanner.refuse("too many items in one array");
      items.push(this.#readValue(depth));
      if (!this.#continues(CLOSE_BRACKET)) return items;
    }
  }
  /** Passes the opening bracket. The depth is checked here, so recursion is bounded. */
  #open(bracket, depth) {
    if (depth > this.#limits.depthMax) this.#scanner.refuse("nested too deeply");
    this.#scanner.passes(bracket);
    this.#scanner.skipSpace();
  }
  /** Reads a member name and passes the colon. */
  #readName() {
    const scanner = this.#scanner;
    const start = scanner.at;
    if (scanner.peek() !== QUOTE2) scanner.refuse("member name expected");
    const name = scanner.readString();
    if (isReserved(name)) scanner.refuse(`reserved member name: ${name}`, start);
    scanner.skipSpace();
    if (!scanner.passes(COLON)) scanner.refuse("colon expected");
    scanner.skipSpace();
    return name;
  }
  /** Passes what follows a member or item; false when it closed the object or array. */
  #continues(close) {
    const scanner = this.#scanner;
    scanner.skipSpace();
    if (scanner.passes(close)) return false;
    if (!scanner.passes(COMMA)) scanner.refuse("comma or closing bracket expected");
    scanner.skipSpace();
    return true;
  }
};
function isReserved(name) {
  return name === "__proto__" || name === "constructor" || name === "prototype";
}

// packages/protocol/src/nearest-names.ts
var SUGGESTIONS_MAX = 3;
var NAME_CHARS_MAX = 128;
var DIFFERENCE_MAX = 0.4;
function nearestNames(name, known) {
  const wanted = name.toLowerCase();
  if (wanted === "" || wanted.length > NAME_CHARS_MAX) return [];
  const distances = /* @__PURE__ */ new Map();
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    const distance = lower.includes(wanted) ? 0 : editDistance(wanted, lower);
    if (distance <= Math.max(wanted.length, lower.length) * DIFFERENCE_MAX) {
      distances.set(candidate, distance);
    }
  }
  const ranked = [...distances].sort(([, a], [, b]) => a - b);
  return ranked.slice(0, SUGGESTIONS_MAX).map(([candidate]) => candidate);
}
function editDistance(a, b) {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const removed = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, removed, added));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

// packages/protocol/src/write-json-string.ts
function writeJsonString(text) {
  return JSON.stringify(text);
}

// packages/protocol/src/json-text.ts
var limits = {
  depthMax: 64,
  membersMax: 1e5,
  numberCharsMax: JSON_NUMBER_CHARS_MAX,
  duplicates: "last",
  xmlUnsafe: "keep"
};
function parseJson(text) {
  try {
    return { value: readJson(text, limits) };
  } catch (error) {
    if (error instanceof JsonProblem) return { problem: `${error.reason} at ${error.at}` };
    throw error;
  }
}
function writeJson(value) {
  return write(value, "", "");
}
function write(value, lineBreak, step) {
  if (value === null || typeof value === "boolean" || typeof value === "bigint") {
    return String(value);
  }
  if (typeof value === "string") return writeJsonString(value);
  const inner = lineBreak + step;
  const space = step === "" ? "" : " ";
  if (isJsonObject(value)) {
    const members = Array.from(
      value,
      ([name, member]) => `${writeJsonString(name)}:${space}${write(member, inner, step)}`
    );
    return members.length === 0 ? "{}" : `{${inner}${members.join(`,${inner}`)}${lineBreak}}`;
  }
  if ("decimal" in value) return value.decimal;
  const items = value.map((item) => write(item, inner, step));
  return items.length === 0 ? "[]" : `[${inner}${items.join(`,${inner}`)}${lineBreak}]`;
}

// packages/protocol/src/names.ts
function responseRoot(method) {
  const short = method.startsWith("taobao.") ? method.slice("taobao.".length) : method;
  return `${short.replaceAll(".", "_")}_response`;
}

// packages/protocol/src/sign.ts
function baseString(parameters, options = {}) {
  let base = "";
  for (const name of sortedNames(parameters)) {
    const value = parameters.get(name) ?? "";
    if (value !== "" || options.skipEmpty !== true) base += name + value;
  }
  return options.body === void 0 ? base : base + options.body;
}
function sortedNames(parameters) {
  const names = [];
  for (const name of parameters.keys()) {
    if (name === "sign") continue;
    let at = names.length;
    for (; at > 0; at -= 1) {
      const previous = names[at - 1];
      if (previous === void 0 || previous < name) break;
      names[at] = previous;
    }
    names[at] = name;
  }
  return names;
}
function signBase(base, secret, method, digests2) {
  switch (method) {
    case "md5":
      return digests2.md5(secret + base + secret);
    case "hmac":
      return digests2.hmacMd5(secret, base);
    case "hmac-sha256":
      return digests2.hmacSha256(secret, base);
    default:
      return method;
  }
}

// packages/sdk/src/errors.ts
var TopError = class extends Error {
  method;
  /** Whether sending the call again can help. What could be repeated safely has been repeated. */
  retry;
  /** With `later`: after how many seconds, where that is known. */
  retryAfterS;
  /** Whether the platform may have run the call although no answer says so. */
  mayHaveRun;
  /** How often the call was sent. */
  tries = 0;
  constructor(message, facts) {
    super(message, facts.cause === void 0 ? void 0 : { cause: facts.cause });
    this.name = new.target.name;
    this.method = facts.method;
    this.retry = facts.retry;
    this.retryAfterS = facts.retryAfterS;
    this.mayHaveRun = facts.mayHaveRun;
  }
};
var TopInputError = class extends TopError {
  kind = "input";
  /** Dotted path of the field, where one is to blame. */
  field;
  constructor(method, field, problem) {
    const place = field === "" ? method : `${method}, ${field}`;
    super(`${place}: ${problem}`, { method, retry: "never", mayHaveRun: false });
    this.field = field;
  }
};
var TopRefusal = class extends TopError {
  kind = "refused";
  #body;
  code;
  msg;
  subCode;
  /** Words of the platform for people; they may name a value that was sent. */
  subMsg;
  requestId;
  remedy;
  constructor(facts) {
    const { method, code, msg, subCode, requestId, remedy } = facts;
    const sub = subCode === void 0 ? "" : `, ${subCode}`;
    const advice = remedy === void 0 ? "" : `. ${remedy.en} / ${remedy.zh}`;
    super(`${method}: ${code} ${msg}${sub} (request_id ${requestId ?? "none"})${advice}`, facts);
    this.code = code;
    this.msg = msg;
    this.subCode = subCode;
    this.subMsg = facts.subMsg;
    this.requestId = requestId;
    this.remedy = remedy;
    this.#body = facts.body;
  }
  /** The whole answer as it came. Nothing prints it unasked. */
  get body() {
    return this.#body;
  }
};
var TopNonsense = class extends TopError {
  kind = "nonsense";
  status;
  #bodyStart;
  constructor(method, status, bodyStart, problem) {
    const place = status === 404 ? "; is the url the whole address of the gateway, such as https://HOST/router/rest?" : "";
    const message = `${method}: no answer of the platform (HTTP ${status}): ${problem}${place}`;
    super(message, { method, retry: "never", mayHaveRun: true });
    this.status = status;
    this.#bodyStart = bodyStart;
  }
  /** The beginning of what came. It may hold anything, so nothing prints it unasked. */
  get bodyStart() {
    return this.#bodyStart;
  }
};
var TopTransportError = class extends TopError {
  kind = "transport";
  reason;
  constructor(method, reason, problem, cause) {
    super(`${method}: ${problem}`, {
      method,
      retry: "same-request",
      mayHaveRun: reason !== "connect",
      cause
    });
    this.reason = reason;
  }
};

// packages/sdk/src/encode-request.ts
var INT64_MIN = -(2n ** 63n);
var INT64_MAX = 2n ** 63n - 1n;
var DEPTH_MAX = 64;
function encodeRequest(method, shapes, request) {
  return new RequestEncoder(method).encode(shapes, request);
}
var RequestEncoder = class {
  #method;
  constructor(method) {
    this.#method = method;
  }
  encode(shapes, request) {
    const parameters = {};
    const files = [];
    for (const [name, shape, value] of this.#members(shapes, request, "")) {
      if (shape.kind === "bytes") files.push({ name, ...this.#file(value, name) });
      else parameters[name] = this.#parameter(shape, value, name);
    }
    return { parameters, files };
  }
  /** The fields that are there. What nobody knows is a mistake of spelling. */
  #members(shapes, values, parent) {
    if (!isPlainObject(values)) this.#refuse(parent, "an object of its fields is needed");
    const known = Object.keys(shapes);
    for (const name of Object.keys(values)) {
      if (Object.hasOwn(shapes, name)) continue;
      const [near] = nearestNames(name, known);
      const hint = near === void 0 ? "" : `; did you mean ${near}?`;
      this.#refuse(parent + name, `there is no such field${hint}`);
    }
    return known.flatMap((name) => {
      const shape = shapes[name];
      const value = values[name];
      if (shape === void 0) return [];
      if (value !== void 0 && value !== null) return [[name, shape, value]];
      if (shape.required === true) this.#refuse(parent + name, "the field is required");
      return [];
    });
  }
  /** The text of a parameter. A list of structs is JSON, of anything else a text with commas. */
  #parameter(shape, value, path) {
    if (shape.kind === "struct" || shape.kind === "any") return this.#json(shape, value, path);
    if (shape.kind !== "list") return this.#text(shape, value, path);
    const { item } = shape;
    if (item?.kind === "struct" || item?.kind === "any") return this.#json(shape, value, path);
    const texts = this.#items(value, path).map(
      (each, at) => this.#text(item, each, `${path}.${at}`)
    );
    const torn = texts.findIndex((text) => text.includes(","));
    if (torn >= 0) this.#refuse(`${path}.${torn}`, "a comma parts the items of this list");
    return texts.join(",");
  }
  #json(shape, value, path) {
    switch (shape?.kind) {
      case "struct": {
        const members = this.#members(shape.fields ?? {}, value, `${path}.`).map(
          ([name, member, each]) => `${JSON.stringify(name)}:${this.#json(member, each, `${path}.${name}`)}`
        );
        return `{${members.join(",")}}`;
      }
      case "list": {
        const items = this.#items(value, path).map(
          (each, at) => this.#json(shape.item, each, `${path}.${at}`)
        );
        return `[${items.join(",")}]`;
      }
      case "any":
        return this.#anyJson(value, path, 0);
      case "int64":
      case "byte":
      case "flag":
        return this.#text(shape, value, path);
      default:
        return JSON.stringify(this.#text(shape, value, path));
    }
  }
  #text(shape, value, path) {
    switch (shape?.kind) {
      case "int64":
        return this.#integer(value, path);
      case "byte":
        if (Number.isInteger(value)) return String(value);
        return this.#refuse(path, "an integer is needed");
      case "flag":
        if (typeof value === "boolean") return String(value);
        return this.#refuse(path, "true or false is needed");
      case "moment":
        return this.#moment(value, path);
      case "decimal":
        if (typeof value === "string" && /^-?[0-9]{1,40}(\.[0-9]{1,40})?$/.test(value)) return value;
        return this.#refuse(path, "a decimal as text is needed, such as '12.50'");
      default:
        if (typeof value === "string" && isWellFormed(value)) return value;
        return this.#refuse(path, "a text is needed");
    }
  }
  /** A number beyond 2^53 has lost digits before it came here, so it is refused. */
  #integer(value, path) {
    if (typeof value === "bigint" && value >= INT64_MIN && value <= INT64_MAX) return String(value);
    if (Number.isSafeInteger(value)) return String(value);
    if (typeof value !== "number") return this.#refuse(path, "a 64-bit integer is needed");
    return this.#refuse(path, "this number is not exact; write a bigint, such as 12345n");
  }
  #moment(value, path) {
    if (typeof value === "string" && parseBeijing(value) !== void 0) return value;
    const isDate = value instanceof Date && !Number.isNaN(value.getTime());
    if (isDate && value.getTime() >= 0) return formatBeijing(value.getTime());
    return this.#refuse(path, "a Date, or Beijing time as 'yyyy-MM-dd HH:mm:ss', is needed");
  }
  #file(value, path) {
    const { name, data } = isPlainObject(value) ? value : {};
    if (typeof name !== "string" || !(data instanceof Uint8Array)) {
      this.#refuse(path, "a file is needed: { name, data }");
    }
    if (!/^[^"\\/\u0000-\u001f\u007f]{1,255}$/.test(name)) this.#refuse(path, "a bad file name");
    return { filename: name, data };
  }
  #items(value, path) {
    return Array.isArray(value) ? value : this.#refuse(path, "an array is needed");
  }
  /** `JSON.stringify`, but a bigint keeps its digits. */
  #anyJson(value, path, depth) {
    if (depth > DEPTH_MAX) this.#refuse(path, "nested too deeply");
    if (typeof value === "bigint") return String(value);
    if (Array.isArray(value)) {
      return `[${value.map((each) => this.#anyJson(each ?? null, path, depth + 1)).join(",")}]`;
    }
    if (isPlainObject(value)) {
      const members = Object.entries(value).filter(([, each]) => each !== void 0).map(([name, each]) => `${JSON.stringify(name)}:${this.#anyJson(each, path, depth + 1)}`);
      return `{${members.join(",")}}`;
    }
    return JSON.stringify(value) ?? this.#refuse(path, "a JSON value is needed");
  }
  #refuse(path, problem) {
    throw new TopInputError(this.#method, path.replace(/\.$/, ""), problem);
  }
};
function isPlainObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isWellFormed(text) {
  return !/[\ud800-\udfff]/u.test(text);
}

// packages/sdk/src/decode-response.ts
var INT64_MIN2 = -(2n ** 63n);
var INT64_MAX2 = 2n ** 63n - 1n;
function decodeResponse(shapes, root) {
  const unknown = {};
  const keep = (path, value) => {
    unknown[path] = writeJson(value);
  };
  return { data: decodeMembers(shapes, root, "", keep), unknown };
}
function decodeMembers(shapes, members, parent, keep) {
  const data = {};
  for (const [name, value] of members) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : void 0;
    const path = parent + name;
    if (value === null) continue;
    const decoded = shape === void 0 ? void 0 : decodeValue(shape, value, path, keep);
    if (decoded !== void 0) data[name] = decoded;
    else if (path !== "request_id") keep(path, value);
  }
  return data;
}
function decodeValue(shape, value, path, keep) {
  switch (shape.kind) {
    case "struct":
      if (value === null || !isJsonObject(value)) return void 0;
      return decodeMembers(shape.fields ?? {}, value, `${path}.`, keep);
    case "list":
      return decodeList(shape, value, path, keep);
    case "any":
      return plainValue(value);
    case "int64":
      return integerOf(value);
    case "byte": {
      const integer = integerOf(value);
      return integer === void 0 ? void 0 : Number(integer);
    }
    case "flag":
      if (value === true || value === "true") return true;
      return value === false || value === "false" ? false : void 0;
    case "moment": {
      const epochMs = typeof value === "string" ? parseBeijing(value) : void 0;
      return epochMs === void 0 ? void 0 : new Date(epochMs);
    }
    default:
      return textOf(value);
  }
}
function decodeList(shape, value, path, keep) {
  const items = itemsOf(value);
  const { item } = shape;
  if (items === void 0 || item === void 0) return void 0;
  return items.flatMap((each, at) => {
    const decoded = decodeValue(item, each, `${path}.${at}`, keep);
    if (decoded === void 0) keep(`${path}.${at}`, each);
    return decoded === void 0 ? [] : [decoded];
  });
}
function itemsOf(value) {
  if (Array.isArray(value)) return value;
  if (value === null || !isJsonObject(value) || value.size > 1) return void 0;
  const [only] = value.values();
  if (only === void 0) return [];
  return Array.isArray(only) ? only : void 0;
}
function integerOf(value) {
  const integer = quotedInteger(value);
  if (integer === void 0 || integer < INT64_MIN2 || integer > INT64_MAX2) return void 0;
  return integer;
}
function quotedInteger(value) {
  if (typeof value === "bigint") return value;
  if (typeof value === "string") {
    return /^(?:0|-?[1-9][0-9]{0,18})$/.test(value) ? BigInt(value) : void 0;
  }
  const isZero = typeof value === "object" && value !== null && "decimal" in value;
  return isZero && value.decimal === "-0" ? 0n : void 0;
}
function textOf(value) {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value === null || Array.isArray(value) || isJsonObject(value)) return void 0;
  return "decimal" in value ? value.decimal : void 0;
}
function plainValue(value) {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (isJsonObject(value)) {
    return Object.fromEntries(Array.from(value, ([name, member]) => [name, plainValue(member)]));
  }
  return "decimal" in value ? Number(value.decimal) : void 0;
}

// packages/sdk/src/retry.ts
var BACK_OFF_MS = 100;
var BACK_OFF_FACTOR = 4;
var AFTER_CHARS_MAX = 5;
function decideRetry(failure, rules, tryNumber, random) {
  if (tryNumber >= rules.triesMax) return void 0;
  const backOffMs = BACK_OFF_MS * BACK_OFF_FACTOR ** (tryNumber - 1) * (0.5 + random / 2);
  const waitMs = (afterS) => {
    const ms = afterS === void 0 ? backOffMs : afterS * 1e3 * (1 + random / 10);
    return ms > rules.waitMsMax ? void 0 : ms;
  };
  switch (failure.kind) {
    case "not-sent":
      return waitMs(void 0);
    case "unknown-fate":
      return rules.repeat === "unknown" ? void 0 : waitMs(failure.afterS);
    case "refused":
      if (failure.retry === "later" && failure.afterS !== void 0) return waitMs(failure.afterS);
      if (failure.retry !== "same-request") return void 0;
      return failure.isHint || rules.repeat !== "unknown" ? waitMs(void 0) : void 0;
    case "final":
      return void 0;
    default:
      return failure;
  }
}
function readRetryHint(header) {
  if (header === "never" || header === "same-request" || header === "new-session") {
    return { retry: header, afterS: void 0 };
  }
  const afterS = header?.startsWith("after=") ? readSeconds(header.slice(6)) : void 0;
  return afterS === void 0 ? void 0 : { retry: "later", afterS };
}
function readSeconds(text) {
  if (text === void 0 || text.length > AFTER_CHARS_MAX) return void 0;
  return /^[0-9]+$/.test(text) ? Number(text) : void 0;
}

// packages/sdk/src/read-reply.ts
var BODY_START_CHARS = 500;
function readReply(method, api, platformErrors, reply) {
  const nonsense = (problem) => ({
    kind: "failed",
    error: new TopNonsense(
      method,
      reply.status,
      reply.body?.slice(0, BODY_START_CHARS) ?? "",
      problem
    ),
    // A proxy in front of the platform speaks like this while the call behind it may still run.
    failure: reply.status >= 500 ? { kind: "unknown-fate", afterS: readSeconds(reply.retryAfter) } : { kind: "final" }
  });
  if (reply.body === void 0) return nonsense("too long, or no UTF-8");
  const parsed = parseJson(reply.body);
  if ("problem" in parsed) return nonsense(`no JSON: ${parsed.problem}`);
  const error = memberOf(parsed.value, "error_response");
  if (error !== void 0) {
    if (!isJsonObject(error)) return nonsense("error_response is no object");
    return readRefusal(method, [...api.errors, ...platformErrors], error, reply);
  }
  const root = memberOf(parsed.value, responseRoot(method));
  if (root === void 0 || !isJsonObject(root)) return nonsense("another root member");
  return {
    kind: "answered",
    decline: declineOf(api, root, reply),
    requestId: textAt(root, ["request_id"]),
    decoded: decodeResponse(api.response, root),
    body: reply.body
  };
}
function readRefusal(method, table, error, reply) {
  const subCode = textAt(error, ["sub_code"]);
  const subMsg = textAt(error, ["sub_msg"]);
  const code = textAt(error, ["code"]) ?? "";
  const known = findError(table, code, subCode);
  const hint = readRetryHint(reply.retryHint);
  const retry = hint?.retry ?? known?.retry ?? retryOfSubCode(subCode);
  const afterS = retry === "later" ? hint?.afterS ?? secondsOfBan(subMsg) : void 0;
  const refusal = new TopRefusal({
    method,
    code,
    msg: textAt(error, ["msg"]) ?? "",
    subCode,
    subMsg,
    requestId: textAt(error, ["request_id"]),
    remedy: remedyOf(known),
    retry,
    retryAfterS: afterS,
    mayHaveRun: retry === "same-request",
    body: reply.body ?? ""
  });
  const failure = { kind: "refused", retry, afterS, isHint: hint !== void 0 };
  return { kind: "failed", error: refusal, failure };
}
function declineOf(api, root, reply) {
  const rule = api.outcome;
  if (rule === void 0 || textAt(root, rule.flag) === rule.success) return void 0;
  const code = textAt(root, rule.code);
  const known = api.errors.find((error) => error.where === "answer" && error.code === code);
  const hint = readRetryHint(reply.retryHint);
  return { code, retry: hint?.retry ?? known?.retry ?? "never", remedy: remedyOf(known) };
}
function findError(table, code, subCode) {
  const refusals = table.filter(({ where }) => where === "error-response");
  const plain = subCode?.split(":")[0];
  const bySubCode = refusals.find((error) => error.subCode !== void 0 && error.subCode === plain);
  return bySubCode ?? refusals.find((error) => error.subCode === void 0 && error.code === code);
}
function retryOfSubCode(subCode = "") {
  return subCode.startsWith("isp.") && !subCode.includes("parse-error") ? "same-request" : "never";
}
function secondsOfBan(subMsg = "") {
  return readSeconds(/This ban will last for (\d+) more seconds/.exec(subMsg)?.[1]);
}
function remedyOf(error) {
  return error === void 0 ? void 0 : { zh: error.zh, en: error.en };
}
function memberOf(value, name) {
  return value !== null && isJsonObject(value) ? value.get(name) : void 0;
}
function textAt(root, steps) {
  let found = root;
  for (const step of steps) {
    if (found === void 0 || found === null) return void 0;
    if (/^\d+$/.test(step)) found = itemsOf2(found)[Number(step)];
    else found = memberOf(found, step);
  }
  if (found === void 0 || found === null) return void 0;
  return typeof found === "object" ? void 0 : String(found);
}
function itemsOf2(value) {
  if (Array.isArray(value)) return value;
  if (value === null || !isJsonObject(value) || value.size !== 1) return [];
  return [...value.values()].flat();
}

// packages/sdk/src/settings.ts
var import_node_http = require("node:http");
var MINUTE_MS = 6e4;
var MIB = 1024 * 1024;
function readOptions(options) {
  return {
    url: readUrl(options.url),
    appKey: readText("appKey", options.appKey),
    secret: readText("secret", options.secret),
    session: options.session,
    signMethod: readSignMethod(options.signMethod),
    connectTimeoutMs: bounded("connectTimeoutMs", options.connectTimeoutMs, 3e3, MINUTE_MS),
    readTimeoutMs: options.readTimeoutMs === void 0 ? void 0 : bounded("readTimeoutMs", options.readTimeoutMs, 0, 10 * MINUTE_MS),
    triesMax: bounded("triesMax", options.triesMax, 3, 10),
    // A call is refused when it is older than ten minutes, so waiting longer makes no sense.
    waitMsMax: bounded("waitMsMax", options.waitMsMax, 3e4, 2 * MINUTE_MS, 0),
    bodyBytesMax: bounded("bodyBytesMax", options.bodyBytesMax, 8 * MIB, 256 * MIB),
    connectionsMax: bounded("connectionsMax", options.connectionsMax, 16, 1024),
    agent: readAgent(options.agent),
    log: options.log ?? (() => {
    })
  };
}
function readUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new TypeError("url: an address such as https://gateway.example/router/rest is needed");
  }
  return url;
}
function readText(name, value) {
  if (typeof value === "string" && value !== "") return value;
  throw new TypeError(`${name}: a text is needed`);
}
function readSignMethod(method) {
  if (method === void 0) return "hmac-sha256";
  if (method === "md5" || method === "hmac" || method === "hmac-sha256") return method;
  throw new RangeError("signMethod: md5, hmac or hmac-sha256");
}
function readAgent(agent) {
  if (agent === void 0 || agent instanceof import_node_http.Agent) return agent;
  throw new TypeError("agent: an http.Agent is needed");
}
function bounded(name, value, usual, max, min = 1) {
  if (value === void 0) return usual;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`${name}: an integer from ${min} to ${max}`);
}

// packages/sdk/src/signed-call.ts
var import_node_crypto2 = require("node:crypto");

// packages/sdk/src/sign-parameters.ts
var import_node_crypto = require("node:crypto");
var upperHex = (hash) => hash.digest("hex").toUpperCase();
var digests = {
  md5: (text) => upperHex((0, import_node_crypto.createHash)("md5").update(text)),
  hmacMd5: (key, text) => upperHex((0, import_node_crypto.createHmac)("md5", key).update(text)),
  hmacSha256: (key, text) => upperHex((0, import_node_crypto.createHmac)("sha256", key).update(text))
};
function signParameters(parameters, secret, method, body) {
  const base = baseString(new Map(Object.entries(parameters)), { body });
  return signBase(base, secret, method, digests);
}

// packages/sdk/src/signed-call.ts
function signedCall(method, request, session, signer, nowMs, partnerId) {
  const parameters = {
    ...request.parameters,
    method,
    app_key: signer.appKey,
    ...session === void 0 ? {} : { session },
    timestamp: formatBeijing(nowMs),
    format: "json",
    v: "2.0",
    sign_method: signer.signMethod,
    partner_id: partnerId
  };
  parameters.sign = signParameters(parameters, signer.secret, signer.signMethod);
  if (request.files.length > 0) return multipart(parameters, request.files);
  return {
    contentType: "application/x-www-form-urlencoded;charset=UTF-8",
    body: Buffer.from(new URLSearchParams(parameters).toString())
  };
}
function multipart(parameters, files) {
  const boundary = `topgate-${(0, import_node_crypto2.randomUUID)()}`;
  const head = (disposition, type) => Buffer.from(
    `--${boundary}\r
Content-Disposition: form-data; ${disposition}\r
Content-Type: ${type}\r
\r
`
  );
  const lineEnd = Buffer.from("\r\n");
  const texts = Object.entries(parameters).flatMap(([name, value]) => [
    head(`name="${name}"`, "text/plain; charset=UTF-8"),
    Buffer.from(value),
    lineEnd
  ]);
  const parts = files.flatMap(({ name, filename, data }) => [
    head(`name="${name}"; filename="${filename}"`, "application/octet-stream"),
    data,
    lineEnd
  ]);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...texts, ...parts, Buffer.from(`--${boundary}--\r
`)])
  };
}

// packages/sdk/src/transport.ts
var import_node_http2 = require("node:http");
var import_node_https = require("node:https");
var Transport = class {
  #settings;
  #agent;
  #userAgent;
  constructor(settings, userAgent) {
    this.#settings = settings;
    this.#userAgent = userAgent;
    const pool = { keepAlive: true, maxSockets: settings.connectionsMax };
    const isSecure = settings.url.protocol === "https:";
    this.#agent = settings.agent ?? (isSecure ? new import_node_https.Agent(pool) : new import_node_http2.Agent(pool));
  }
  /** Sends a call once. Rejects with a `TopTransportError` alone, within the time-outs. */
  send(method, call, limits2) {
    const { url, connectTimeoutMs, bodyBytesMax } = this.#settings;
    const request = (url.protocol === "https:" ? import_node_https.request : import_node_http2.request)(url, {
      method: "POST",
      agent: this.#agent,
      headers: {
        "Content-Type": call.contentType,
        "Content-Length": call.body.byteLength,
        "User-Agent": this.#userAgent
      }
    });
    return new Promise((resolve, reject) => {
      let isConnected = false;
      let timer = setTimeout(() => fail("connect", "no connection in time"), connectTimeoutMs);
      const end = () => {
        clearTimeout(timer);
        limits2.signal?.removeEventListener("abort", abort);
      };
      const fail = (reason, problem, cause) => {
        end();
        reject(new TopTransportError(method, reason, problem, cause));
        request.destroy();
      };
      const abort = () => fail("aborted", "the caller gave up", limits2.signal?.reason);
      const connected = () => {
        isConnected = true;
        clearTimeout(timer);
        timer = setTimeout(() => fail("timeout", "no answer in time"), limits2.readTimeoutMs);
      };
      request.on("socket", (socket) => {
        if (!socket.connecting) connected();
        else socket.once(url.protocol === "https:" ? "secureConnect" : "connect", connected);
      });
      request.on("error", (error) => {
        if (isConnected) fail("broken", "the connection broke", error);
        else fail("connect", "no connection", error);
      });
      request.on("response", (response) => {
        readBody(response, bodyBytesMax).then(
          (body) => {
            end();
            resolve(replyOf(response, body));
          },
          (error) => fail("broken", "the connection broke in the answer", error)
        );
      });
      limits2.signal?.addEventListener("abort", abort);
      if (limits2.signal?.aborted === true) abort();
      else request.end(call.body);
    });
  }
  /** Closes the connections; calls that are under way break. */
  close() {
    if (this.#settings.agent === void 0) this.#agent.destroy();
  }
};
function replyOf(response, body) {
  const header = (name) => {
    const value = response.headers[name];
    return typeof value === "string" ? value : void 0;
  };
  return {
    status: response.statusCode ?? 0,
    body: body === void 0 ? void 0 : decodeUtf8(body),
    retryHint: header("x-topgate-retry"),
    retryAfter: header("retry-after")
  };
}
async function readBody(response, bytesMax) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > bytesMax) return void 0;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function decodeUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
}

// packages/sdk/src/client.ts
var READ_TIMEOUT_MS = 1e4;
var READ_MARGIN_MS = 2e3;
var TopClient = class {
  #table;
  #settings;
  #transport;
  /** Throws a `TypeError` or `RangeError` that names a wrong option. */
  constructor(table, options) {
    this.#table = table;
    this.#settings = readOptions(options);
    this.#transport = new Transport(this.#settings, `topgate-sdk/${table.version}`);
  }
  /**
   * Calls an API. Resolves with its answer, also when that is a no in the API's own way (`success`);
   * rejects with a `TopError`. What may be sent again is sent again, as the platform asks.
   */
  async execute(method, ...[request, options]) {
    const api = this.#apiOf(method);
    const call = this.#sign(method, api, request ?? {}, options ?? {});
    for (let tryNumber = 1; ; tryNumber += 1) {
      const tried = await this.#try(method, api, call, tryNumber, options?.signal);
      if (tried.kind === "answered") {
        const { decline, requestId, body, decoded } = tried;
        const { data, unknown } = decoded;
        const answer = { data, requestId, body, unknown, tries: tryNumber };
        const judged = decline === void 0 ? { ...answer, success: true } : { ...answer, success: false, decline };
        return judged;
      }
      if (tried.waitMs === void 0) throw tried.error;
      await pause(tried.waitMs, method, options?.signal);
    }
  }
  /** Closes the connections. A program ends without it, too. */
  close() {
    this.#transport.close();
  }
  #apiOf(method) {
    const api = Object.hasOwn(this.#table.apis, method) ? this.#table.apis[method] : void 0;
    if (api === void 0) throw new TopInputError(method, "", "this SDK has no such API");
    return api;
  }
  #sign(method, api, request, options) {
    const session = options.session ?? this.#settings.session;
    if (api.session === "required" && session === void 0) {
      throw new TopInputError(method, "session", "this API needs the session key of a user");
    }
    const encoded = encodeRequest(method, api.request, request);
    const parameters = { ...options.extra, ...encoded.parameters };
    return signedCall(
      method,
      { ...encoded, parameters },
      api.session === "not-needed" ? options.session : session,
      this.#settings,
      Date.now(),
      `topgate-sdk-nodejs-${this.#table.version}`
    );
  }
  /** One try: what came, or why nothing came and how long to wait before the next. */
  async #try(method, api, call, tryNumber, signal) {
    const startedMs = performance.now();
    const log = (event) => this.#settings.log({ method, tryNumber, durationMs: performance.now() - startedMs, ...event });
    const readTimeoutMs = this.#settings.readTimeoutMs ?? defaultTimeoutMs(api);
    const exchanged = await this.#transport.send(method, call, { readTimeoutMs, signal }).then(
      (reply) => readReply(method, api, this.#table.errors, reply),
      (error2) => transportFailure(error2)
    );
    if (exchanged.kind === "answered") {
      const { decline, requestId } = exchanged;
      log({ outcome: "answered", code: decline?.code, requestId });
      return exchanged;
    }
    const { error, failure } = exchanged;
    const rules = { ...this.#settings, repeat: api.repeat };
    const waitMs = decideRetry(failure, rules, tryNumber, Math.random());
    error.tries = tryNumber;
    const facts = error.kind === "refused" ? error : void 0;
    log({
      outcome: error.kind,
      code: facts?.code,
      subCode: facts?.subCode,
      requestId: facts?.requestId,
      waitMs
    });
    return { kind: "failed", error, waitMs };
  }
};
function transportFailure(error) {
  if (!(error instanceof TopTransportError)) throw error;
  const { reason } = error;
  if (reason === "aborted") return { kind: "failed", error, failure: { kind: "final" } };
  const failure = reason === "connect" ? { kind: "not-sent" } : { kind: "unknown-fate", afterS: void 0 };
  return { kind: "failed", error, failure };
}
function defaultTimeoutMs({ deadlineMs = 0 }) {
  return Math.max(READ_TIMEOUT_MS, deadlineMs + READ_MARGIN_MS);
}
function pause(ms, method, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    const abort = () => {
      clearTimeout(timer);
      reject(new TopTransportError(method, "aborted", "the caller gave up", signal?.reason));
    };
    if (signal?.aborted === true) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  TopClient,
  TopError,
  TopInputError,
  TopNonsense,
  TopRefusal,
  TopTransportError,
  signParameters
});
