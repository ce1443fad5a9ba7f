"""Expressions of time in Arabic text: found, placed on the calendar, and explained. A library of its own right.

from isnad.times import find
find("الاثنين الماضي", date(2020, 4, 1))[0].earliest    # "2020-03-30"
"""

from __future__ import annotations

from isnad.times.anchors import complete
from isnad.times.finder import find
from isnad.times.policy import FUTURE, NEWS, Policy
from isnad.times.publication import Candidate, candidates
from isnad.times.replay import replay

__all__ = ["FUTURE", "NEWS", "Candidate", "Policy", "candidates", "complete", "find", "replay"]
