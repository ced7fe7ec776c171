"""python3 run_sample.py URL APPKEY SECRET SESSION SAMPLE…

Runs samples of pages as they are, and prints of each the answer as JSON. What stands around them is
what every reader of a page adds: the variables of the client.
"""

import contextlib
import io
import sys
from pathlib import Path
from urllib.parse import urlsplit

from topgate._json_text import write_json

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
    if "resp" not in names:
        raise SystemExit(f"the sample printed {printed.getvalue()}")
    print(f"--- answer {index}")
    print(write_json(names["resp"]))
