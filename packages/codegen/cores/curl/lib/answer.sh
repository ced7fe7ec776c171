# What an answer says, whether to repeat the call, and what to tell the caller. POSIX sh; to be read
# with ".", after the variables of topgate-call.sh.

TAB=$(printf '\t')

# What the documentation knows of the method; see errors.tsv and apis.tsv, which are generated.
read_facts() {
  needs_session=no repeat=unknown deadline_s=0 flag='' success='' code_path=''
  while IFS=$TAB read -r api_method api_session api_repeat api_deadline api_flag api_success api_code; do
    [ "$api_method" = "$method" ] || continue
    needs_session=$api_session repeat=$api_repeat deadline_s=$api_deadline
    [ "$api_flag" = - ] || flag=$api_flag success=$api_success code_path=$api_code
  done <"$here/lib/apis.tsv"
  if [ "$needs_session" = yes ] && [ -z "$session" ]; then
    fail_usage "$method needs TOP_SESSION, the session key of a user"
  fi
  if [ -z "$timeout" ]; then
    timeout=10
    # The time that the platform may take, and the way.
    [ $((deadline_s + 2)) -le "$timeout" ] || timeout=$((deadline_s + 2))
  fi
  root=$(printf '%s' "${method#taobao.}" | tr . _)_response
}

# Sets outcome (success, declined, refused, nonsense, transport), summary, retry (never, same-request,
# new-session, later), retry_after (seconds, empty: unknown), is_safe (repeating surely does no harm),
# may_have_run, and what an error says.
judge_answer() {
  code='' msg='' sub_code='' sub_msg='' request_id='' remedy=''
  retry=never retry_after='' is_safe='' may_have_run='' reason=''
  http_status=$(awk '/^HTTP\// { status = $2 } END { print status }' "$folder/headers" 2>/dev/null)
  if [ "$(wc -c <"$folder/body")" -gt "$answer_bytes" ]; then
    judge_nonsense "more than $answer_bytes bytes"
  elif [ "$(cat "$folder/status")" != 0 ]; then
    judge_transport "$(cat "$folder/status")"
  elif ! paths=$(json_paths <"$folder/body" 2>"$folder/errors"); then
    judge_nonsense "$(head -n 1 "$folder/errors")"
  elif has_object error_response; then
    judge_refusal
  elif [ "$http_status" != 200 ] || ! has_object "$root"; then
    judge_nonsense "no object $root"
  else
    judge_reply
  fi
}

# JSON from standard input as lines of path, tab and literal.
json_paths() {
  cat >"$folder/json"
  # Control characters may stand nowhere in JSON but for these: tab, line feed, carriage return.
  if tr -d '\000-\010\013\014\016-\037' <"$folder/json" | cmp -s - "$folder/json"; then
    tr '\n' '\001' <"$folder/json" | awk -f "$here/lib/json-paths.awk"
  else
    echo 'raw control character' >&2
    return 1
  fi
}

has_object() {
  printf '%s\n' "$paths" | awk -F "$TAB" -v root="$1" '
    index($1, root ".") == 1 || ($1 == root && $2 == "{}") { found = 1 }
    END { exit !found }'
}

# The text at a path below a root: a string without its quotes and escapes, anything else as it is.
# A list stands in a member named after its items, which the path may leave out.
text_at() {
  printf '%s\n' "$paths" | awk -F "$TAB" -v wanted="$1" '
    function unescaped(text, out, place, letter) {
      gsub(/\\n|\\r|\\t/, " ", text)
      out = ""
      while ((place = index(text, "\\")) > 0) {
        letter = substr(text, place + 1, 1)
        out = out substr(text, 1, place - 1) (letter == "u" ? " " : letter)
        text = substr(text, place + (letter == "u" ? 6 : 2))
      }
      return out text
    }
    function is_at(path, wanted, steps, names, count, at, step) {
      count = split(path, names, ".")
      steps = split(wanted, wants, ".")
      at = 1
      for (step = 1; step <= steps; step++) {
        if (wants[step] ~ /^[0-9]+$/ && names[at] !~ /^[0-9]+$/) at++
        if (names[at] != wants[step]) return 0
        at++
      }
      return at == count + 1
    }
    is_at($1, wanted) && $2 != "null" {
      text = substr($0, length($1) + 2)
      print text ~ /^"/ ? unescaped(substr(text, 2, length(text) - 2)) : text
      exit
    }'
}

# A row of errors.tsv: method or *, where (answer or refusal), code, sub_code, retry, remedy in English
# and in Chinese. The rows of an API win, then those of the same sub_code, then any failure of the
# platform for one, then the code alone.
find_error() {
  row=$(awk -F "$TAB" -v method="$method" -v place="$1" -v code="$2" -v sub_code="$3" '
    function take(level) { if (!(level in found)) found[level] = $0 }
    $2 != place || ($1 != method && $1 != "*") { next }
    place == "answer" { if ($1 == method && $3 == code) take(1); next }
    $1 == method { if ($4 == sub_code) take(1); next }
    sub_code == "isp.top-parse-error" || sub_code == "isp.top-mapping-parse-error" { next }
    $3 != (code == "15" ? "50" : code) { next }
    $4 == sub_code || ($4 == "-" && sub_code == "") { take(2) }
    $4 ~ /^isp[.]/ && sub_code ~ /^isp[.]/ { take(3) }
    { take(4) }
    END { for (level = 1; level <= 4; level++) if (level in found) { print found[level]; exit } }
  ' "$here/lib/errors.tsv")
  [ -n "$row" ] || return 0
  retry=$(printf '%s' "$row" | cut -f 5)
  case $language in
    zh*) remedy=$(printf '%s' "$row" | cut -f 7) ;;
    *) remedy=$(printf '%s' "$row" | cut -f 6) ;;
  esac
}

# X-Topgate-Retry wins over every table; one of a later version is none.
read_hint() {
  hint=$(header x-topgate-retry)
  case $hint in
    never | new-session) retry=$hint retry_after='' is_safe='' ;;
    same-request) retry=$hint retry_after='' is_safe=yes ;;
    after=*)
      retry=later retry_after='' is_safe=yes
      ! is_count "${hint#after=}" || retry_after=${hint#after=}
      ;;
  esac
}

header() {
  awk -v wanted="$1" -F : '
    /^HTTP\// { value = "" }
    tolower($1) == wanted { value = substr($0, length($1) + 2); gsub(/[ \t\r]/, "", value) }
    END { print value }' "$folder/headers"
}

judge_refusal() {
  outcome=refused
  code=$(text_at error_response.code)
  msg=$(text_at error_response.msg)
  sub_code=$(text_at error_response.sub_code)
  sub_msg=$(text_at error_response.sub_msg)
  request_id=$(text_at error_response.request_id)
  find_error refusal "$code" "$sub_code"
  if [ "$retry" = later ]; then
    # TOP itself tells the seconds of a ban in words.
    seconds=$(printf '%s' "$sub_msg" | sed -n 's/.*This ban will last for \([0-9]*\) .*/\1/p')
    ! is_count "$seconds" || retry_after=$seconds
  fi
  read_hint
  summary="refused $code $sub_code"
}

judge_reply() {
  request_id=$(text_at "$root.request_id")
  [ -z "$code_path" ] || code=$(text_at "$root.$code_path")
  if [ -z "$flag" ] || [ "$(text_at "$root.$flag")" = "$success" ]; then
    outcome=success summary=success
    return
  fi
  outcome=declined summary="declined $code"
  find_error answer "$code" ''
  read_hint
}

# Whoever stands between may have answered: only these are worth another try.
judge_nonsense() {
  outcome=nonsense may_have_run=true summary="no answer of the platform: HTTP $http_status, $1"
  [ "$http_status" != 404 ] || summary="$summary; is the url the whole address of the gateway, such as https://HOST/router/rest?"
  case $http_status:$repeat in
    502:unknown | 503:unknown | 504:unknown) ;;
    502:* | 503:* | 504:*)
      retry=same-request
      seconds=$(header retry-after)
      if is_count "$seconds"; then retry=later retry_after=$seconds; fi
      ;;
  esac
  read_hint
}

# curl's exit status; 28 is a time-out, also while connecting.
judge_transport() {
  outcome=transport
  case $1 in
    28) reason=timeout ;;
    *) reason=broken ;;
  esac
  case $1 in 1 | 3 | 5 | 6 | 7 | 35 | 60) reason=connect ;; esac
  if grep -q '^0[.]0* seconds before sending' "$folder/errors"; then reason=connect; fi
  may_have_run=true
  [ "$reason" != connect ] || may_have_run=false is_safe=yes
  if [ "$reason" = connect ] || [ "$repeat" != unknown ]; then retry=same-request; fi
  summary="no answer: $(head -n 1 "$folder/errors" | sed 's/^curl: ([0-9]*) //')"
}

# How long to wait before the next try, in wait_seconds; fails when there is to be none. The back-off
# doubles from 0.2 s and has a random part, so that callers who failed together part.
next_wait() {
  [ "$tries" -lt "$tries_max" ] || return 1
  case $retry in
    same-request) [ -n "$is_safe" ] || [ "$repeat" != unknown ] || return 1 ;;
    later) [ -n "$retry_after" ] && [ "$retry_after" -gt 0 ] || return 1 ;;
    *) return 1 ;;
  esac
  whole_ms=$((200 << (tries > 8 ? 7 : tries - 1)))
  wait_ms=$(awk -v whole="$whole_ms" -v seed="$$$tries" 'BEGIN {
    srand(seed)
    print int(whole * (0.5 + rand() / 2))
  }')
  least_ms=$((${retry_after:-0} * 1000))
  [ "$wait_ms" -ge "$least_ms" ] || wait_ms=$least_ms
  waited_ms=$((waited_ms + wait_ms))
  [ "$waited_ms" -le $((wait_max * 1000)) ] || return 1
  wait_seconds=$((wait_ms / 1000)).$(printf '%03d' $((wait_ms % 1000)))
}

# Prints the answer, what is wrong with it as lines of "name: value", and ends.
report() {
  case $outcome in
    success | declined | refused)
      if [ -n "$prints_paths" ]; then printf '%s\n' "$paths"; else cat "$folder/body"; echo; fi
      ;;
  esac
  [ "$outcome" != success ] || exit 0
  tell outcome "$outcome"
  tell code "$code"
  tell msg "$msg"
  tell sub_code "$sub_code"
  tell sub_msg "$sub_msg"
  tell request_id "$request_id"
  tell remedy "$remedy"
  case $outcome in nonsense | transport) tell reason "${reason:+$reason, }$summary" ;; esac
  [ "$outcome" != nonsense ] || tell http_status "$http_status"
  tell may_have_run "$may_have_run"
  tell retry "$retry${retry_after:+ after $retry_after s}"
  case $outcome in declined | refused) exit 1 ;; *) exit 3 ;; esac
}

tell() {
  [ -z "$2" ] || printf '%s: %s\n' "$1" "$2" >&2
}
