"""TOP's `Date`: wall time in Beijing, whatever the zone of this machine."""

import re
from datetime import datetime, timedelta, timezone
from typing import Optional

# Not Asia/Shanghai: the zone had summer time until 1991, the wire never has.
BEIJING = timezone(timedelta(hours=8))
FORM = "%Y-%m-%d %H:%M:%S"
_SHAPE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)
_YEAR_MIN = 1970


def format_moment(moment: datetime) -> str:
    """A time without a zone counts as one of this machine, as everywhere in Python."""
    return moment.astimezone(BEIJING).strftime(FORM)


def parse_moment(text: str) -> Optional[datetime]:
    """None when the text is no such time."""
    if _SHAPE.fullmatch(text) is None:
        return None
    try:
        moment = datetime.strptime(text, FORM)
    except ValueError:
        return None
    return moment.replace(tzinfo=BEIJING) if moment.year >= _YEAR_MIN else None
