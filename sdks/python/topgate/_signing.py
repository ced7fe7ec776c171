"""The signature of a call."""

import hashlib
import hmac
from typing import Mapping

SIGN_METHODS = ("md5", "hmac", "hmac-sha256")


def sign(parameters: Mapping[str, str], secret: str, sign_method: str, body: str = "") -> str:
    """The value of `sign`: upper-case hexadecimal digits.

    `parameters` are all but `sign` and the files, not URL-encoded. A body, where there is one
    beside them, follows as it is.
    """
    base = (base_text(parameters) + body).encode()
    key = secret.encode()
    if sign_method == "md5":
        return hashlib.md5(key + base + key).hexdigest().upper()
    if sign_method == "hmac":
        return hmac.new(key, base, hashlib.md5).hexdigest().upper()
    if sign_method == "hmac-sha256":
        return hmac.new(key, base, hashlib.sha256).hexdigest().upper()
    raise ValueError("sign_method is one of " + ", ".join(SIGN_METHODS))


def base_text(parameters: Mapping[str, str]) -> str:
    """Names in the order of their bytes, each followed by its value."""
    names = sorted(parameters, key=str.encode)
    return "".join(name + parameters[name] for name in names)
