"""python3 run_sample.py URL APPKEY SECRET SESSION SAMPLE…

Runs samples of pages as they are, and prints of each the answer as JSON. What stands around them is
what every reader of a page adds: the variables of the client. A sample prints what it is refused, so
the answer is noted on its way.
"""

import contextlib
import io
import sys
from pathlib import Path
from urllib.parse import urlsplit

from top.api import RestApi, TopException
from topgate._json_text import write_json

answers = []
get_response = RestApi.getResponse


def get_and_note(request, *session):
    try:
        response = get_response(request, *session)
    except TopException as error:
        answers.append((error.body.decode(), str(error)))
        raise
    answers.append((write_json(response), str(response)))
    return response


RestApi.getResponse = get_and_note
url, appkey, secret, session = sys.argv[1:5]
for index, sample in enumerate(sys.argv[5:]):
    names = {
        "url": url,
        "port": urlsplit(url).port,
        "appkey": appkey,
        "secret": secret,
        "sessionKey": session,
    }
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(Path(sample).read_text("utf-8"), sample, "exec"), names)
    answer, shown = answers[index] if index < len(answers) else ("none", "none")
    if printed.getvalue().strip() != shown:
        raise SystemExit(f"the sample printed {printed.getvalue()}")
    print(f"--- answer {index}")
    print(answer)
