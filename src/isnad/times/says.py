"""The steps of a derivation, said in Arabic for readers."""

from __future__ import annotations

from isnad.times.plan import Op
from isnad.times.replay import Days

WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


def say(op: Op, before: Days, after: Days) -> str:
    """One step in Arabic."""
    return op.op
