#!/bin/sh
# Signs a call of an API, sends it and prints the answer. POSIX sh with curl, openssl and awk.
set -u

usage() {
  cat <<'END'
Usage: topgate-call.sh [OPTION]... METHOD [NAME=VALUE | NAME@FILE]...

Signs a call, sends it and prints the body of the answer; on a failure also what to do about it.

  NAME=VALUE             a parameter; other users of this machine can see it in the list of processes
  NAME@FILE              the same with the bytes of a file; - is standard input
  --file NAME=PATH       a file that the API takes as an upload; it is not signed
  --sign-method METHOD   md5, hmac or hmac-sha256 (the default)
  --timeout SECONDS      for one try; 10, or longer where the API may take longer
  --connect-timeout SECONDS   3
  --tries COUNT          how often to send the call at most; 3
  --wait-max SECONDS     how long to wait between the tries in all; 30
  --answer-bytes BYTES   an answer of more bytes is refused; 1048576
  --paths                prints the answer as lines of path, tab and JSON value
  --verbose              tells of every try on standard error
  --help

Environment: TOP_URL, TOP_APP_KEY, TOP_APP_SECRET or TOP_APP_SECRET_FILE (its first line), and
TOP_SESSION for APIs that need the session key of a user.

Example:
  export TOP_URL=http://127.0.0.1:8080/router/rest
  export TOP_APP_KEY=10000001 TOP_APP_SECRET=sandbox00000000000000000000000001
  sh topgate-call.sh taobao.time.get

Exit status: 0 success; 1 refused or declined; 2 wrong usage, nothing sent; 3 no usable answer.
END
}

# Nothing is started before the secret is out of the environment, not even dirname.
case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
. "$here/lib/sign.sh"
. "$here/lib/answer.sh"

fail_usage() {
  printf 'topgate-call: %s\nTry: topgate-call.sh --help\n' "$1" >&2
  exit 2
}

is_count() {
  case $1 in '' | 0?* | *[!0-9]* | ?????????*) return 1 ;; esac
}

# The time of the platform, whatever zone this machine is in.
beijing_now() {
  TZ=CST-8 date '+%Y-%m-%d %H:%M:%S'
}

read_arguments() {
  method='' parameters='' files=''
  sign_method=hmac-sha256 timeout='' connect_timeout=3 tries_max=3 wait_max=30
  answer_bytes=1048576 prints_paths='' is_verbose=''
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h) usage; exit 0 ;;
      --paths) prints_paths=yes ;;
      --verbose) is_verbose=yes ;;
      --sign-method | --timeout | --connect-timeout | --tries | --wait-max | --answer-bytes | --file)
        [ $# -ge 2 ] || fail_usage "$1 needs a value"
        read_option "$1" "$2"
        shift
        ;;
      -*) fail_usage "unknown option $1" ;;
      *)
        if [ -z "$method" ]; then method=$1; else read_parameter "$1"; fi
        ;;
    esac
    shift
  done
  [ -n "$method" ] || fail_usage 'METHOD is missing'
}

read_option() {
  case $1 in
    --sign-method)
      case $2 in md5 | hmac | hmac-sha256) ;; *) fail_usage '--sign-method is md5, hmac or hmac-sha256' ;; esac
      sign_method=$2
      return
      ;;
    --file)
      check_name "${2%%=*}"
      [ -r "${2#*=}" ] || fail_usage "--file: cannot read ${2#*=}"
      files="$files${files:+
}${2%%=*} ${2#*=}"
      return
      ;;
    --timeout | --connect-timeout)
      case $2 in '' | *[!0-9.]* | *.*.* | . | ?????????*) fail_usage "$1 is a number of seconds" ;; esac
      ;;
    *) is_count "$2" || fail_usage "$1 is a whole number" ;;
  esac
  case $1 in
    --timeout) timeout=$2 ;;
    --connect-timeout) connect_timeout=$2 ;;
    --tries) tries_max=$2 ;;
    --wait-max) wait_max=$2 ;;
    --answer-bytes) answer_bytes=$2 ;;
  esac
}

check_name() {
  case $1 in '' | *[!A-Za-z0-9_.-]*) fail_usage 'a parameter is NAME=VALUE or NAME@FILE' ;; esac
}

read_parameter() {
  case $1 in
    *[=@]*) ;;
    *) fail_usage "$1: a parameter is NAME=VALUE or NAME@FILE" ;;
  esac
  name=${1%%[=@]*}
  check_name "$name"
  rest=${1#"$name"}
  case $rest in
    =*) add_parameter "$name" "$(octal_of "${rest#=}")" ;;
    @-) add_parameter "$name" "$(octal)" ;;
    @*)
      [ -r "${rest#@}" ] || fail_usage "$name: cannot read ${rest#@}"
      add_parameter "$name" "$(octal <"${rest#@}")"
      ;;
  esac
}

add_parameter() {
  case "
$parameters" in *"
$1 "*) fail_usage "$1 is given twice" ;; esac
  case $1 in
    method | app_key | timestamp | format | v | sign_method | sign | session | partner_id | simplify)
      fail_usage "$1 is no parameter of an API; see --help for what can be chosen"
      ;;
  esac
  parameters="$parameters${parameters:+
}$1 $2"
}

# Out of the environment, so that no program started here inherits secret and session.
read_environment() {
  # A variable that somebody exported under one of these names would stay exported.
  unset secret session parameters signed value paths hmac_key hmac_inner hmac_outer hmac_digest
  secret=${TOP_APP_SECRET-}
  session=${TOP_SESSION-}
  unset TOP_APP_SECRET TOP_SESSION
}

check_environment() {
  if [ -z "$secret" ] && [ -n "${TOP_APP_SECRET_FILE-}" ]; then
    [ -r "$TOP_APP_SECRET_FILE" ] || fail_usage 'TOP_APP_SECRET_FILE cannot be read'
    IFS= read -r secret <"$TOP_APP_SECRET_FILE" || :
  fi
  [ -n "${TOP_URL-}" ] || fail_usage 'TOP_URL is missing'
  [ -n "${TOP_APP_KEY-}" ] || fail_usage 'TOP_APP_KEY is missing'
  [ -n "$secret" ] || fail_usage 'TOP_APP_SECRET is missing'
  case $TOP_APP_KEY$session$method in *[!!-~]*) fail_usage 'method, app key and session are visible ASCII' ;; esac
  # A printf that is a program of its own would show the secret in the list of processes.
  case $(command -v printf) in /*) fail_usage 'this shell has no printf of its own' ;; esac
  secret=$(octal_of "$secret")
}

sign_call() {
  signed=$parameters${parameters:+
}$({
    printf '%s\n' "method $method" "app_key $TOP_APP_KEY" "timestamp $(beijing_now)" \
      'format json' 'v 2.0' "sign_method $sign_method" \
      'partner_id topgate-sdk-curl-0.1.0'
    [ -z "$session" ] || printf 'session %s\n' "$session"
  } | octal_lines)
  signed="$signed
sign $(octal_of "$(sign "$signed" "$secret" "$sign_method")")"
}

body() {
  if [ -z "$files" ]; then urlencoded "$signed"; else multipart "$signed" "$files" "$boundary"; fi
}

# One try. Everything travels in the body: addresses end up in the logs of whoever stands between.
send() {
  rm -f "$folder"/*
  {
    body | curl -q --silent --show-error --globoff --proto '=http,https' \
      --connect-timeout "$connect_timeout" --max-time "$timeout" \
      --user-agent topgate-sdk-curl/0.1.0 \
      --header "Content-Type: $content_type" --header 'Expect:' --data-binary @- \
      --dump-header "$folder/headers" \
      --write-out '%{stderr}%{time_pretransfer} seconds before sending\n' \
      "$TOP_URL" 2>"$folder/errors"
    echo $? >"$folder/status"
  } | head -c $((answer_bytes + 1)) >"$folder/body"
}

main() {
  language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  LC_ALL=C
  export LC_ALL
  read_environment
  read_arguments "$@"
  check_environment
  read_facts
  content_type='application/x-www-form-urlencoded;charset=utf-8'
  if [ -n "$files" ]; then
    boundary=topgate-$(head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
    content_type="multipart/form-data; boundary=$boundary"
  fi
  umask 077
  folder=$(mktemp -d) || fail_usage 'there is no place for temporary files'
  trap 'rm -rf "$folder"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  sign_call
  call_until_done
}

call_until_done() {
  tries=0 waited_ms=0
  while :; do
    tries=$((tries + 1))
    send
    judge_answer
    [ -z "$is_verbose" ] || printf '%s try %s: %s\n' "$method" "$tries" "$summary" >&2
    [ "$outcome" = success ] && break
    next_wait || break
    sleep "$wait_seconds"
  done
  report
}

main "$@"
