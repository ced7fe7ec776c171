"""python3 conformance.py VECTORS_DIR SERVER_URL; see e2e/sdk/testing/scenarios.ts."""

import json
import sys
import traceback
from pathlib import Path
from typing import Any, Dict

import topgate
from calls import as_text, fields_of, request_of
from vectors import date_rows, int64_rows, json_rows, signing_rows

VECTORS, SERVER = Path(sys.argv[1]), sys.argv[2]


def read_vectors(name: str) -> Any:
    return json.loads((VECTORS / f"{name}.json").read_text("utf-8"))


def say(scenario: str, result: Dict[str, Any]) -> None:
    print(json.dumps({"scenario": scenario, "result": result}))


def log_try(record: topgate.TryRecord) -> None:
    print(record, file=sys.stderr)


def play(scenario: Dict[str, Any], url: str) -> Dict[str, Any]:
    options = scenario.get("options", {})
    if options.get("format") == "xml":
        return {"outcome": "not-offered"}
    more = {}
    if "readTimeoutMs" in options:
        more["read_timeout_s"] = options["readTimeoutMs"] / 1000
    if "triesMax" in options:
        more["retry"] = topgate.RetryPolicy(tries_max=options["triesMax"])
    if "bodyBytesMax" in options:
        more["transport"] = topgate.HttpTransport(body_bytes_max=options["bodyBytesMax"])
    session = "strange-session-0123456789" if scenario["call"] == "house" else None
    result: Dict[str, Any] = {}
    with topgate.Client(
        url,
        "12345678",
        "strange-密钥-9f3c",
        sign_method=options.get("signMethod", "hmac-sha256"),
        on_try=log_try,
        **more,
    ) as client:
        for _ in range(options.get("times", 1)):
            try:
                response = client.execute(request_of(scenario["call"]), session)
                result = response_result(response, scenario["call"])
            except topgate.TopError as error:
                traceback.print_exc()
                print(client, vars(error), file=sys.stderr)
                result = error_result(error)
    return {name: value for name, value in result.items() if value is not None}


def response_result(response: Any, call: str) -> Dict[str, Any]:
    unknown = list(response.unknown_fields)
    if call == "charity" and response.result is not None:
        unknown += [f"result.{name}" for name in response.result.unknown_fields]
    fields = {name: as_text(value) for name, value in fields_of(response, call).items()}
    declined = not response.succeeded
    return {
        "outcome": "declined" if declined else "success",
        "request_id": response.request_id,
        "code": response.decline_code,
        "retry": response.retry.advice if declined else None,
        "remedy": as_text(response.remedy is not None) if declined else None,
        "fields": {name: value for name, value in fields.items() if value is not None},
        "unknown": ",".join(sorted(unknown)) or None,
    }


def error_result(error: topgate.TopError) -> Dict[str, Any]:
    if isinstance(error, topgate.Refused):
        return {
            "outcome": "refused",
            "code": str(error.code),
            "msg": error.msg,
            "sub_code": error.sub_code,
            "sub_msg": error.sub_msg,
            "request_id": error.request_id,
            "retry": error.retry.advice,
            "retry_after": as_text(error.retry.after_s),
            "remedy": as_text(error.remedy is not None),
        }
    may_have_run = as_text(error.may_have_run)
    if isinstance(error, topgate.UnreadableAnswer):
        result = {"outcome": "nonsense", "status": str(error.status), "may_have_run": may_have_run}
        if "/router/rest" in str(error):
            result["asks_address"] = "true"
        return result
    if isinstance(error, topgate.TransportFailed):
        return {"outcome": "transport", "reason": error.reason, "may_have_run": may_have_run}
    return {"outcome": type(error).__name__}


for file in ("encoding", "envelopes", "errors", "transport"):
    for index, scenario in enumerate(read_vectors(file)["scenarios"]):
        url = scenario.get("gateway", f"{SERVER}/{file}/{index}")
        say(f"{file}/{index}", play(scenario, url))
say("signing", signing_rows(read_vectors("signing")))
say("dates", date_rows(read_vectors("dates")))
say("int64", int64_rows(read_vectors("int64")))
say("json", json_rows(read_vectors("json")))
