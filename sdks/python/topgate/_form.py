"""The body of a call: everything travels in it, because addresses end up in logs."""

import secrets
from typing import Mapping, Tuple
from urllib.parse import urlencode

from ._messages import File
from ._write import Parameter


def encode_form(parameters: Mapping[str, Parameter]) -> Tuple[str, bytes]:
    """The content type and the body."""
    if any(isinstance(value, File) for value in parameters.values()):
        return _multipart(parameters)
    body = urlencode({name: str(value) for name, value in parameters.items()})
    return "application/x-www-form-urlencoded;charset=UTF-8", body.encode()


def _multipart(parameters: Mapping[str, Parameter]) -> Tuple[str, bytes]:
    boundary = secrets.token_hex(16)
    body = b""
    for name, value in parameters.items():
        head = f'Content-Disposition: form-data; name="{_quoted(name)}"'
        if isinstance(value, File):
            head += f'; filename="{_quoted(value.name)}"\r\nContent-Type: {_quoted(value.type)}'
            content = value.content
        else:
            content = value.encode()
        body += f"--{boundary}\r\n{head}\r\n\r\n".encode() + content + b"\r\n"
    return f"multipart/form-data; boundary={boundary}", body + f"--{boundary}--\r\n".encode()


def _quoted(text: str) -> str:
    """As browsers write it: nothing in a name ends its line or its quotes."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
