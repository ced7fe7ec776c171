# Signing by the rules of TOP with nothing but openssl's digests. POSIX sh; to be read with ".".
#
# Texts are handled as octal escapes (\101\102), because a variable of a shell cannot hold every byte,
# and because printf, a part of the shell, turns them back without any program seeing them: the
# secret is never an argument of a process, in no environment but this shell's, and in no file.
#
# A parameter is one line, "NAME OCTAL"; names consist of letters, digits, "_", "." and "-".

# Bytes from standard input as octal escapes.
octal() {
  od -An -v -to1 | tr -d '\n' | sed 's/ /\\/g'
}

octal_of() {
  printf '%s' "$1" | octal
}

# Lines of "NAME VALUE", without zero bytes, as lines of parameters; for many at once. LC_ALL is C.
octal_lines() {
  awk '
    BEGIN { for (code = 1; code < 256; code++) OCTAL[sprintf("%c", code)] = sprintf("\\%03o", code) }
    {
      place = index($0, " ")
      out = substr($0, 1, place)
      for (at = place + 1; at <= length($0); at++) out = out OCTAL[substr($0, at, 1)]
      print out
    }'
}

# The lines of parameters in the byte order of their names, without `sign`.
sorted_parameters() {
  printf '%s\n' "$1" | grep -v '^sign ' | LC_ALL=C sort
}

# The text that is signed: names and values in their order, then a body (octal) where there is one.
signed_text() {
  sorted_parameters "$1" | while read -r name value; do
    printf '%s' "$name"
    # Only digits and backslashes: no directive of printf can be among them.
    # shellcheck disable=SC2059
    printf "$value"
  done
  # shellcheck disable=SC2059
  printf "${2-}"
}

digest() {
  openssl dgst "-$1" -binary
}

# HMAC (RFC 2104) of standard input: algorithm, key (octal). openssl takes a key as an argument only.
hmac() {
  hmac_key=$2
  # Blocks of 64 bytes, in both algorithms; a byte is four characters here.
  if [ "${#hmac_key}" -gt 256 ]; then
    # shellcheck disable=SC2059
    hmac_key=$(printf "$hmac_key" | digest "$1" | octal)
  fi
  hmac_outer=$(printf '%s\n' "$hmac_key" | hmac_pads)
  hmac_inner=${hmac_outer% *}
  hmac_outer=${hmac_outer#* }
  # shellcheck disable=SC2059
  hmac_digest=$({ printf "$hmac_inner"; cat; } | digest "$1" | octal)
  # shellcheck disable=SC2059
  printf "$hmac_outer$hmac_digest" | digest "$1"
}

# The key, filled up with zeros to a block, combined with the two constants.
hmac_pads() {
  awk '
    # Not xor: some awks have that, and no other function may be called so.
    function either(left, right, result, bit) {
      result = 0
      for (bit = 1; bit < 256; bit *= 2)
        if (int(left / bit) % 2 != int(right / bit) % 2) result += bit
      return result
    }
    {
      split($0, bytes, /\\/)
      for (at = 2; at <= 65; at++) {
        byte = bytes[at]
        code = 64 * substr(byte, 1, 1) + 8 * substr(byte, 2, 1) + substr(byte, 3, 1)
        inner = inner sprintf("\\%03o", either(code, 54))
        outer = outer sprintf("\\%03o", either(code, 92))
      }
      print inner " " outer
    }'
}

# The signature in upper-case hexadecimal: lines of parameters, secret (octal), method, body (octal).
sign() {
  case $3 in
    md5)
      # shellcheck disable=SC2059
      { printf "$2"; signed_text "$1" "${4-}"; printf "$2"; } | digest md5
      ;;
    hmac) signed_text "$1" "${4-}" | hmac md5 "$2" ;;
    hmac-sha256) signed_text "$1" "${4-}" | hmac sha256 "$2" ;;
  esac | od -An -v -tx1 | tr -d ' \n' | tr 'a-f' 'A-F'
}

# Lines of parameters as a urlencoded body; everything but letters, digits and "-._~" is escaped.
urlencoded() {
  printf '%s\n' "$1" | awk '
    BEGIN {
      for (code = 0; code < 256; code++) {
        letter = sprintf("%c", code)
        octal = sprintf("%03o", code)
        out[octal] = code > 0 && letter ~ /^[A-Za-z0-9._~-]$/ ? letter : sprintf("%%%02X", code)
      }
    }
    {
      printf "%s%s=", (NR > 1 ? "&" : ""), $1
      count = split($2, bytes, /\\/)
      for (at = 2; at <= count; at++) printf "%s", out[bytes[at]]
    }'
}

# Lines of parameters and of files ("NAME PATH") as multipart; files are not signed.
multipart() {
  printf '%s\n' "$1" | while read -r name value; do
    printf -- '--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n' "$3" "$name"
    # shellcheck disable=SC2059
    printf "$value"
    printf '\r\n'
  done
  printf '%s\n' "$2" | while read -r name path; do
    filename=$(printf '%s' "${path##*/}" | sed 's/"/%22/g')
    printf -- '--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n' "$3" "$name" "$filename"
    printf 'Content-Type: application/octet-stream\r\n\r\n'
    cat -- "$path"
    printf '\r\n'
  done
  printf -- '--%s--\r\n' "$3"
}
