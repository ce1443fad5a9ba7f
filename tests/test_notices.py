"""What an annotation says of its own limits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ISNAD = Path(sys.executable).with_name("isnad")


def warnings(text: str) -> list[dict[str, object]]:
    line = json.dumps({"id": "a", "text": text, "published": "2020-04-01"}, ensure_ascii=False).encode()
    done = subprocess.run([ISNAD, "annotate", "--lines"], input=line, capture_output=True, check=True)
    found: list[dict[str, object]] = json.loads(done.stdout)["warnings"]
    return [notice for notice in found if notice["code"] == "time-disagrees"]


def test_two_calendars_that_disagree_are_a_warning_at_each() -> None:
    text = "عقد في 12 رجب 1440 هـ الموافق 18 أيار 2019"
    one, other = warnings(text)
    assert text[int(str(other["start"])) : int(str(other["end"]))] == "18 أيار 2019"
    assert "لا يتطابقان" in str(one["message"])


def test_weekday_that_is_not_that_of_its_date_is_a_warning() -> None:
    (notice,) = warnings("قال الأحد 3 كانون الثاني 2020 إن القتال مستمر")
    assert "الجمعة" in str(notice["message"])


def test_sound_dates_give_no_warning() -> None:
    assert warnings("عقد يوم الثلاثاء 12 رجب 1440 هـ الموافق 19 آذار 2019") == []
