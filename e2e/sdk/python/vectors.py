"""The lines of the conformance program that need no server."""

from datetime import datetime, timedelta, timezone
from typing import Any, Dict

from topgate._beijing_time import format_moment, parse_moment
from topgate._json_text import read_json, write_json
from topgate._messages import Response
from topgate._read import read_struct
from topgate._schema import scalar
from topgate._signing import SIGN_METHODS, sign

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def signing_rows(file: Any) -> Dict[str, str]:
    rows = {}
    for vector in file["vectors"]:
        for method in SIGN_METHODS:
            parameters = {**vector["parameters"], "sign_method": method}
            if vector["emptyValues"] == "skipped":
                parameters = {name: value for name, value in parameters.items() if value != ""}
            rows[f"{vector['id']} {method}"] = sign(
                parameters, vector["secret"], method, vector.get("body", "")
            )
    return rows


def date_rows(file: Any) -> Dict[str, str]:
    rows = {}
    for vector in file["read"]:
        moment = parse_moment(vector["text"])
        epoch_ms = "none" if moment is None else str((moment - EPOCH) // timedelta(milliseconds=1))
        rows[f"read {vector['text']}"] = epoch_ms
    for vector in file["write"]:
        moment = EPOCH + timedelta(milliseconds=int(vector["epochMs"]))
        rows[f"write {vector['epochMs']}"] = format_moment(moment)
    return rows


class Int64(Response):
    _FIELDS = (scalar("int64", "value"),)

    def __init__(self, value: Any = "none") -> None:
        self.value = value


def int64_rows(file: Any) -> Dict[str, str]:
    return {
        vector["json"]: str(read_struct(Int64, {"value": read_json(vector["json"].encode())}).value)
        for vector in file["vectors"]
    }


def json_rows(file: Any) -> Dict[str, str]:
    texts = [vector["text"] for vector in file["accepted"]] + file["refused"]
    return {text: json_again(text) for text in texts}


def json_again(text: str) -> str:
    try:
        return write_json(read_json(text.encode()))
    except ValueError:
        return "refused"
