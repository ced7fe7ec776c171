"""Whether and when a call is sent again."""

import random
import re
from dataclasses import dataclass
from typing import Optional

TRIES_MAX = 10
WAIT_S_MAX = 120.0
# Callers that were told the same seconds shall not all come back at once, nor too early.
_SPREAD_S_MIN = 0.1
_SPREAD_S_MAX = 0.4
_SECONDS = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Retry:
    """Whether sending the call again can help: what the platform says, or what its codes mean."""

    #: `never`, `same-request` (whatever became of it, it takes effect once), `later`, or
    #: `new-session` (then it is another request)
    advice: str
    #: the platform itself says so
    is_advised: bool = False
    #: of `later`; None: nobody knows
    after_s: Optional[int] = None


NEVER = Retry("never")
SAME_REQUEST = Retry("same-request")
NEW_SESSION = Retry("new-session")


def later(seconds: Optional[str], is_advised: bool = False) -> Retry:
    """`seconds` as digits, that came from outside."""
    is_readable = seconds is not None and _SECONDS.fullmatch(seconds) is not None
    return Retry("later", is_advised, int(seconds) if seconds and is_readable else None)


def retry_from_headers(advice: Optional[str], retry_after: Optional[str]) -> Optional[Retry]:
    """Reads `X-Topgate-Retry`, else `Retry-After`; None when neither says anything."""
    if advice in ("never", "same-request", "new-session"):
        return Retry(advice, True)
    if advice is not None and advice.startswith("after="):
        return later(advice[len("after="):], True)
    return None if retry_after is None else later(retry_after, True)


@dataclass(frozen=True)
class RetryPolicy:
    """How often and when a call is sent again.

    Every try sends the same bytes, by which the platform knows the call; its signature is good for
    ten minutes, and all bounds together stay below.
    """

    #: 1: never send again
    tries_max: int = 3
    #: before the second try; doubles from try to try, half of it at random
    pause_s: float = 0.25
    #: all pauses of a call; who is to wait longer gets the error at once
    wait_s_max: float = 30.0

    def __post_init__(self) -> None:
        if not 1 <= self.tries_max <= TRIES_MAX:
            raise ValueError(f"tries_max is 1 to {TRIES_MAX}")
        if self.pause_s < 0 or not 0 <= self.wait_s_max <= WAIT_S_MAX:
            raise ValueError(f"wait_s_max is 0 to {WAIT_S_MAX}")

    def next_pause_s(self, retry: Retry, tries_done: int, waited_s: float) -> Optional[float]:
        """The pause before the next try; None: there is none."""
        if tries_done >= self.tries_max:
            return None
        if retry.after_s is not None:
            pause_s = retry.after_s + random.uniform(_SPREAD_S_MIN, _SPREAD_S_MAX)
        elif retry.advice == "same-request":
            pause_s = self.pause_s * 2 ** (tries_done - 1) * random.uniform(0.5, 1)
        else:
            return None
        return pause_s if waited_s + pause_s <= self.wait_s_max else None
