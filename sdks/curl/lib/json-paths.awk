# Reads one JSON text (RFC 8259, nothing beside it) and prints every value that holds no others as
# "path<TAB>literal": result.data.event_id<TAB>"UNI_9901". Items of a list are numbered from 0; an
# empty object or list is printed as it is; the path of the whole text is empty. A dot inside a name
# is printed as \u002e, a name without letters as "". Numbers keep every digit. Exit 1: no acceptable JSON.
#
# One record is the whole text, its line feeds turned into \001, which may stand between values only.
# Run with LC_ALL=C: places are bytes.

BEGIN {
  DEPTH_MAX = 64
  # A string is looked through in pieces, because substr() copies what it gives.
  PIECE = 1024
  for (code = 0; code < 256; code++) BYTE[code] = sprintf("%c", code)
  for (code = 0; code < 16; code++) {
    HEX[substr("0123456789abcdef", code + 1, 1)] = code
    HEX[substr("0123456789ABCDEF", code + 1, 1)] = code
  }
  ESCAPED["\""] = "\""; ESCAPED["\\"] = "\\"; ESCAPED["/"] = "/"; ESCAPED["b"] = "\b"
  ESCAPED["f"] = "\f"; ESCAPED["n"] = "\n"; ESCAPED["r"] = "\r"; ESCAPED["t"] = "\t"
}

{
  text = $0
  at = 1
  skip_space()
  read_value("", 0)
  skip_space()
  if (at <= length(text)) refuse("something follows the value")
  is_read = 1
}

END {
  if (failed || !is_read) exit 1
}

function refuse(reason) {
  print "json: " reason " at byte " at > "/dev/stderr"
  failed = 1
  exit 1
}

function peek() {
  return substr(text, at, 1)
}

function skip_space() {
  while (peek() ~ /^[ \t\r\001]$/) at++
}

function join(path, name) {
  return path == "" ? name : path "." name
}

function give(path, literal) {
  print path "\t" literal
}

function read_value(path, depth, first) {
  first = peek()
  if (first == "{") read_object(path, depth + 1)
  else if (first == "[") read_array(path, depth + 1)
  else if (first == "\"") give(path, "\"" escape(read_string()) "\"")
  else if (substr(text, at, 4) == "true") { at += 4; give(path, "true") }
  else if (substr(text, at, 5) == "false") { at += 5; give(path, "false") }
  else if (substr(text, at, 4) == "null") { at += 4; give(path, "null") }
  else read_number(path)
}

function read_number(path, start) {
  start = at
  if (peek() == "-") at++
  if (peek() == "0") at++
  else pass_digits()
  if (peek() ~ /^[0-9]$/) refuse("number with a leading zero")
  if (peek() == ".") { at++; pass_digits() }
  if (peek() ~ /^[eE]$/) {
    at++
    if (peek() ~ /^[+-]$/) at++
    pass_digits()
  }
  give(path, substr(text, start, at - start))
}

function pass_digits() {
  if (peek() !~ /^[0-9]$/) refuse("a value or a digit expected")
  while (peek() ~ /^[0-9]$/) at++
}

function read_array(path, depth, index_) {
  if (depth > DEPTH_MAX) refuse("nested too deeply")
  at++
  skip_space()
  if (peek() == "]") { at++; give(path, "[]"); return }
  for (index_ = 0; ; index_++) {
    skip_space()
    read_value(join(path, index_), depth)
    skip_space()
    if (peek() != ",") break
    at++
  }
  if (peek() != "]") refuse("comma or bracket expected")
  at++
}

function read_object(path, depth, name) {
  if (depth > DEPTH_MAX) refuse("nested too deeply")
  at++
  skip_space()
  if (peek() == "}") { at++; give(path, "{}"); return }
  for (;;) {
    skip_space()
    if (peek() != "\"") refuse("name of a member expected")
    name = escape(read_string())
    gsub(/[.]/, "\\u002e", name)
    if (name == "") name = "\"\""
    name = join(path, name)
    if (name in seen) refuse("a member is given twice")
    seen[name] = 1
    skip_space()
    if (peek() != ":") refuse("colon expected")
    at++
    skip_space()
    read_value(name, depth)
    skip_space()
    if (peek() != ",") break
    at++
  }
  if (peek() != "}") refuse("comma or brace expected")
  at++
}

function read_string(value, piece) {
  at++
  value = ""
  for (;;) {
    piece = substr(text, at, PIECE)
    if (piece == "") refuse("string without an end")
    if (match(piece, /["\\\001-\037]/)) piece = substr(piece, 1, RSTART - 1)
    value = value piece
    at += length(piece)
    if (peek() == "\"") break
    if (peek() == "\\") value = value read_escape()
    else if (length(piece) < PIECE && at <= length(text)) refuse("raw control character")
  }
  at++
  if (value ~ /[\200-\377]/ && !is_utf8(value)) refuse("invalid UTF-8")
  return value
}

function read_escape(letter) {
  at++
  letter = peek()
  if (letter == "u") return utf8(read_code_point())
  if (letter == "" || !(letter in ESCAPED)) refuse("bad escape")
  at++
  return ESCAPED[letter]
}

function read_code_point(first, second) {
  at++
  first = read_four_digits()
  if (first < 55296 || first > 57343) return first
  if (first > 56319 || substr(text, at, 2) != "\\u") refuse("unpaired surrogate")
  at += 2
  second = read_four_digits()
  if (second < 56320 || second > 57343) refuse("unpaired surrogate")
  return 65536 + (first - 55296) * 1024 + second - 56320
}

function read_four_digits(code, count, digit) {
  code = 0
  for (count = 0; count < 4; count++) {
    digit = peek()
    if (digit == "" || !(digit in HEX)) refuse("bad escape")
    code = code * 16 + HEX[digit]
    at++
  }
  return code
}

function utf8(code) {
  if (code == 0) refuse("a zero byte, which no shell can hold")
  if (code < 128) return BYTE[code]
  if (code < 2048) return BYTE[192 + int(code / 64)] BYTE[128 + code % 64]
  if (code < 65536)
    return BYTE[224 + int(code / 4096)] BYTE[128 + int(code / 64) % 64] BYTE[128 + code % 64]
  return BYTE[240 + int(code / 262144)] BYTE[128 + int(code / 4096) % 64] \
    BYTE[128 + int(code / 64) % 64] BYTE[128 + code % 64]
}

# No overlong forms, surrogates or code points past U+10FFFF.
function is_utf8(value) {
  gsub(/[\001-\177]+/, "", value)
  gsub(/[\302-\337][\200-\277]|\340[\240-\277][\200-\277]|[\341-\354\356\357][\200-\277][\200-\277]|\355[\200-\237][\200-\277]|\360[\220-\277][\200-\277][\200-\277]|[\361-\363][\200-\277][\200-\277][\200-\277]|\364[\200-\217][\200-\277][\200-\277]/, "", value)
  return value == ""
}

# The one way in which a text is printed inside a literal.
function escape(value, out, count, letter) {
  if (value !~ /["\\\001-\037]/) return value
  out = ""
  for (count = 1; count <= length(value); count++) {
    letter = substr(value, count, 1)
    if (letter == "\"" || letter == "\\") out = out "\\" letter
    else if (letter == "\n") out = out "\\n"
    else if (letter == "\t") out = out "\\t"
    else if (letter == "\r") out = out "\\r"
    else if (letter == "\b") out = out "\\b"
    else if (letter == "\f") out = out "\\f"
    else if (letter ~ /[\001-\037]/) out = out sprintf("\\u%04x", index_of(letter))
    else out = out letter
  }
  return out
}

function index_of(letter, code) {
  for (code = 1; code < 32; code++) if (BYTE[code] == letter) return code
  return 0
}
