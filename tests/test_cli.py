"""The command line as a user meets it: a process, its streams, its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from isnad.cli import cli

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "seeds" / "patriot-iraq.txt"


def isnad(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "isnad.cli", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, check=False, timeout=120)


def lines(*cases: Any) -> bytes:
    return b"".join(json.dumps(case, ensure_ascii=False).encode() + b"\n" for case in cases)


def test_lines_are_answered_in_order_with_their_ids() -> None:
    cases = [{"id": f"n{n}", "text": "وصل الوفد الاثنين الماضي.", "published": f"2020-04-{n:02}"} for n in range(1, 9)]
    done = isnad("annotate", "--lines", stdin=lines(*cases))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, b"")
    assert [answer["id"] for answer in answers] == [case["id"] for case in cases]
    assert [answer["times"][0]["edtf"] for answer in answers][:6] == ["2020-03-30"] * 5 + ["2020-03-30"]
    assert answers[6]["times"][0]["edtf"] == "2020-04-06"


def test_processes_change_nothing_but_the_speed() -> None:
    cases = lines(
        *({"id": str(n), "text": f"قال المتحدث إن {n} سفن وصلت أمس.", "published": "2021-05-05"} for n in range(20))
    )
    assert (
        isnad("annotate", "--lines", "--jobs", "2", stdin=cases).stdout
        == isnad("annotate", "--lines", stdin=cases).stdout
    )


def test_a_bad_line_is_answered_with_its_error_and_the_run_goes_on() -> None:
    good = {"id": "b", "text": "وصل أمس.", "published": "2020-04-01"}
    bad: list[Any] = [{"id": "a", "text": "نص", "published": "31/2/2020"}, {"id": "c"}, [], {"id": "d", "text": 5}]
    done = isnad("annotate", "--lines", stdin=lines(bad[0], good, *bad[1:]) + b"{not json\n\xff\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [answer["id"] for answer in answers] == ["a", "b", "c", None, "d", None, None]
    assert ["error" in answer for answer in answers] == [True, False, True, True, True, True, True]
    assert b"Traceback" not in done.stdout + done.stderr


def test_a_file_becomes_one_line_whose_offsets_slice() -> None:
    done = isnad("annotate", str(ARTICLE))
    (line,) = done.stdout.splitlines()
    value = json.loads(line)
    assert value["text"].encode() == ARTICLE.read_bytes()
    for layer in ("mentions", "times", "quotations", "events", "quantities"):
        assert value[layer], layer
        for item in value[layer]:
            assert item["text"] == value["text"][item["start"] : item["end"]]


def test_another_publication_day_moves_what_is_relative() -> None:
    done = isnad("annotate", "--automatic", "--published", "2021-06-16", str(ARTICLE))
    times = {time["text"]: time["edtf"] for time in json.loads(done.stdout)["times"]}
    assert times["الاثنين الماضي"] == "2021-06-14"


def test_show_gives_each_date_its_reasoning() -> None:
    done = isnad("show", str(ARTICLE))
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "2020-03-30" in text
    assert "آخر يوم اثنين" in text


def test_show_leaves_out_the_layers_that_are_not_wanted() -> None:
    text = isnad("show", "--layers", "quotation", str(ARTICLE)).stdout.decode()
    assert "الأقوال" in text
    assert "التواريخ" not in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["annotate", "no/such.txt"], "no/such.txt"),
        (["annotate"], "FILES"),
        (["annotate", "--lines", "x.txt"], "--lines"),
        (["show", "--layers", "nouns", str(ARTICLE)], "nouns"),
        (["annotate", "--published", "2020-02-31", str(ARTICLE)], "2020-02-31"),
        (["check", "--seeds", "no-such-folder"], "no-such-folder"),
        (["nonsense"], "nonsense"),
    ],
)
def test_bad_input_is_one_message_and_status_2(arguments: list[str], says: str) -> None:
    done = isnad(*arguments)
    message = done.stderr.decode()
    assert done.returncode == 2
    assert says in message
    assert "Traceback" not in message


@pytest.mark.parametrize("command", [[], *([name] for name in cli.commands)], ids=" ".join)
def test_every_command_teaches_its_use(command: list[str]) -> None:
    done = isnad(*command, "--help")
    assert done.returncode == 0
    assert len(done.stdout) > 200


def test_an_output_that_is_closed_early_is_no_error() -> None:
    run = f"{sys.executable} -m isnad.cli annotate {ARTICLE} {ARTICLE} {ARTICLE} | head -c 10"
    done = subprocess.run(run, shell=True, capture_output=True, cwd=ROOT, check=False, timeout=120)  # noqa: S602
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
