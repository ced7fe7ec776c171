"""What the codes of a refusal mean, where the platform does not say it itself."""

import re
from typing import Optional, Tuple

from ._error_table import ROWS
from ._retry import NEVER, NEW_SESSION, SAME_REQUEST, Retry, later

# Faults of the platform that stay: it could not make sense of what was sent.
_LASTING_FAULTS = ("isp.top-parse-error", "isp.top-mapping-parse-error")
# Limits of calls of a user, a session, a partner, an app.
_LIMIT_CODES = (4, 5, 6, 7, 8)
_BAN = re.compile(r"([0-9]+) more seconds?\b", re.ASCII)


def remedy(code: int, sub_code: Optional[str]) -> Optional[Tuple[str, str]]:
    """What to do about it, in Chinese and English."""
    row = _row(code, sub_code)
    return None if row is None else (row[0], row[1])


def retry(code: int, sub_code: Optional[str], sub_msg: Optional[str]) -> Retry:
    if sub_code in _LASTING_FAULTS:
        return NEVER
    if sub_code is not None and sub_code.startswith("isp."):
        return SAME_REQUEST
    if code in _LIMIT_CODES:
        ban = _BAN.search(sub_msg or "")
        return later(ban.group(1) if ban else None)
    row = _row(code, sub_code)
    advice = "never" if row is None else row[2]
    known = {"same-request": SAME_REQUEST, "new-session": NEW_SESSION, "later": later(None)}
    return known.get(advice, NEVER)


def _row(code: int, sub_code: Optional[str]) -> Optional[Tuple[str, str, str]]:
    # A failure of a service leaves some platforms as 15, others as 50.
    own_code = 50 if code == 15 else code
    return ROWS.get(f"{own_code} {sub_code or ''}") or ROWS.get(f"{own_code} ")
