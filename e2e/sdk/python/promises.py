"""python3 promises.py SERVER_URL: what python.test.ts expects of Python alone, as one object."""

import ast
import json
import sys
import threading
import traceback
from pathlib import Path
from typing import Any, Callable, List

import top.api
import topgate
from topgate.api import TimeGetRequest
from topgate.api.alibaba_charity_useraction_sync import (
    AlibabaCharityUseractionSyncRequest,
    ChannelUserActionDto,
)
from topgate._write import request_parameters

SECRET = "a-secret-that-nobody-may-see"
SESSION = "a-session-that-nobody-may-see"
HOST = sys.argv[1]
URL = f"{HOST}/router/rest"
shown: List[str] = []


def failure_of(what: Callable[[], Any]) -> str:
    try:
        return f"done: {what()}"
    except Exception as error:
        shown.append("".join(traceback.format_exception(type(error), error, error.__traceback__)))
        shown.append(repr(vars(error)))
        return f"{type(error).__name__}: {error}"


def number_as(number: Any) -> str:
    action = ChannelUserActionDto(
        activity_id=number, event_id="e", charity_timestamp="2019-08-08 12:00:00"
    )
    request = AlibabaCharityUseractionSyncRequest(channel_user_action_dto=action)
    text = str(request_parameters(request)["channel_user_action_dto"])
    return str(json.loads(text)["activity_id"])


def refused_as_top() -> Any:
    request = top.api.TimeGetRequest(URL, 80)
    request.set_app_info(top.appinfo("10000001", SECRET))
    try:
        return request.getResponse(SESSION)
    except top.api.TopException as error:
        shown.append(str(error))
        return [error.errorcode, error.message, error.subcode, error.retry.advice]


def not_in_the_documentation() -> Any:
    request = top.api.TimeGetRequest(URL, 80)
    request.set_app_info(top.appinfo("10000001", "sandbox00000000000000000000000001"))
    request.no_such_thing = "1"
    return failure_of(request.getResponse)


def in_threads(count: int) -> int:
    """How many of the calls of so many threads on one client succeed."""
    done: List[bool] = []
    with topgate.Client(URL, "10000001", "sandbox00000000000000000000000001") as client:

        def work() -> None:
            for _ in range(5):
                done.append(client.execute(TimeGetRequest()).succeeded)

        threads = [threading.Thread(target=work) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return sum(done)


def newer_than_python_39() -> List[str]:
    found = []
    for file in sorted(Path(topgate.__file__).parent.parent.rglob("*.py")):
        try:
            ast.parse(file.read_text("utf-8"), feature_version=(3, 9))
        except SyntaxError as error:
            found.append(f"{file.name}: {error}")
    return found


client = topgate.Client(URL, "10000001", SECRET)
shown.append(repr(client))
results = {
    "a missing argument": failure_of(lambda: ChannelUserActionDto(activity_id=1)),
    "an integer of 64 bits": number_as(2**63 - 1),
    "an integer as text": number_as("1800001886002007960"),
    "an integer of 65 bits": failure_of(lambda: number_as(2**63)),
    "a float": failure_of(lambda: number_as(1.0)),
    "a bool for a number": failure_of(lambda: number_as(True)),
    "another scheme": failure_of(
        lambda: topgate.Client("file:///etc/hostname", "1", SECRET).execute(TimeGetRequest())
    ),
    "an address that is not the gateway": failure_of(
        lambda: topgate.Client(f"{URL}/", "10000001", SECRET).execute(TimeGetRequest())
    ),
    "a wrong secret": failure_of(lambda: client.execute(TimeGetRequest(), SESSION))[:30],
    "a refusal in the manner of TOP": refused_as_top(),
    "a parameter that is not documented": not_in_the_documentation().split(",")[0],
    "calls of eight threads": in_threads(8),
    "syntax newer than Python 3.9": newer_than_python_39(),
}
results["secrets in what is printed"] = any(SECRET in text or SESSION in text for text in shown)
print(json.dumps(results, ensure_ascii=False))
