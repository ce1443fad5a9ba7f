"""Score quotations and events against gold articles, and print a table: one row an article, one column a question.

A gold file is NAME.json beside NAME.txt (see tests/statements/articles), or the hand gold of one article with its text
given by --text. Names and times are taken from the gold, so that this layer is measured alone; with --whole the whole
pipeline reads the text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from isnad import statements
from isnad.annotation import Event, Mention, Quotation, Time
from isnad.arabic.sentences import paragraphs, sentences
from isnad.article import Article, Publication

_TYPES = {"PERSON": "person", "ORG": "organization", "ARMED_GROUP": "organization", "PLACE": "place"}
_TYPES |= {"BASE": "facility", "FACILITY": "facility", "WEAPON": "weapon", "EVENT": "event"}
_COLUMNS = ("direct", "speaker", "extra", "indirect", "by whom", "events", "class", "dates", "certain+wrong")


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with what a person found in it; quotations and events as rows with start and end."""

    name: str
    text: str
    published: date | None
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    quotations: tuple[dict[str, Any], ...]
    events: tuple[dict[str, Any], ...]


@click.command()
@click.argument("golds", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--text", type=click.Path(exists=True, path_type=Path), help="The text of a hand gold.")
@click.option("--published", default="2020-04-01", help="The publication date for a hand gold.")
@click.option("--whole", is_flag=True, help="Run the whole pipeline instead of this layer alone.")
@click.option("--find-times", is_flag=True, help="Read the times from the text, not from the gold.")
@click.option("--misses", is_flag=True, help="Print what was missed.")
def main(
    golds: tuple[Path, ...], text: Path | None, published: str, *, whole: bool, find_times: bool, misses: bool
) -> None:
    """Score GOLDS, files or folders of them, and print a table."""
    click.echo(f"{'':24}" + "".join(f"{name:>15}" for name in _COLUMNS))
    total: Counter[str] = Counter()
    for path in _files(golds):
        gold = read_gold(path, text, published)
        counts = score(gold, *found_in(gold, whole=whole, find_times=find_times), misses=misses)
        click.echo(row(gold.name, counts))
        total += counts
    click.echo(row("all", total))


def _files(golds: Sequence[Path]) -> Iterator[Path]:
    for path in golds:
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]


def read_gold(path: Path, text: Path | None = None, published: str = "2020-04-01") -> Gold:
    """The gold of one article, in either shape."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if data.get("schema") == "kb-gold-1":
        if text is None:
            sys.exit(f"{path}: this gold has no text beside it; give it with --text")
        return _hand_gold(data, text.read_bytes().decode("utf-8"), date.fromisoformat(published))
    return _article_gold(path, data)


def _article_gold(path: Path, data: dict[str, Any]) -> Gold:
    body = path.with_suffix(".txt").read_text(encoding="utf-8")
    quotations = tuple(
        {**one, "start": (at := _nth(body, one)), "end": at + len(one["text"])} for one in data["quotations"]
    )
    events = tuple(
        {**one, "start": (at := _nth(body, {**one, "text": one["trigger"]})), "end": at + len(one["trigger"])}
        for one in data["events"]
    )
    dates = tuple(_time(body, one) for one in data["times"])
    published = date.fromisoformat(data["published"])
    return Gold(path.stem, body, published, _mentions(body, data["mentions"]), dates, quotations, events)


def _nth(body: str, one: dict[str, Any]) -> int:
    at = -1
    for _ in range(one.get("nth", 0) + 1):
        at = body.index(one["text"], at + 1)
    return at


def _mentions(body: str, names: Iterable[Sequence[str]]) -> tuple[Mention, ...]:
    """Every place of every name, longer names first, none inside another; a letter may stand right before it."""
    taken = bytearray(len(body))
    found = []
    for words, kind, entity in sorted(names, key=lambda name: -len(name[0])):
        at = body.find(words)
        while at >= 0:
            end = at + len(words)
            if not any(taken[at:end]) and not body[end : end + 1].isalpha():
                taken[at:end] = b"\1" * (end - at)
                found.append(Mention(at, end, words, kind, entity))  # type: ignore[arg-type]
            at = body.find(words, end)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _time(body: str, one: dict[str, Any]) -> Time:
    at, first, last = _nth(body, one), one.get("earliest"), one.get("latest")
    edtf = None if first is None else first if first == last else f"{first}/{last}"
    return Time(at, at + len(one["text"]), one["text"], one.get("kind", "date"), edtf, one.get("timex3"), first, last)


def _hand_gold(data: dict[str, Any], body: str, published: date) -> Gold:
    mentions = tuple(
        Mention(m["core_start"], m["core_end"], m["core"], _TYPES[m["type"]], m["entity"])  # type: ignore[arg-type]
        for m in data["mentions"]
        if "nested_in" not in m
    )
    dates = tuple(_hand_time(one) for one in data["dates"])
    quotations = tuple(
        {
            "start": q["start"],
            "end": q["end"],
            "direct": direct,
            "speaker": q["speaker_ar"],
            "entity": q["speaker_entity"],
        }
        for key, direct in (("quotations", True), ("indirect_speech", False))
        for q in data[key]
    )
    events = tuple(_hand_event(one) for one in data["events"])
    return Gold("first article", body, published, mentions, dates, quotations, events)


def _hand_time(one: dict[str, Any]) -> Time:
    days = one["resolved"]
    place = one["core_start"], one["core_end"], one["core"]
    if one["kind"] == "offset-from-event":
        return Time(*place, "duration", None, "P2M", approximate=True)
    edtf = days["value"] if days["start"] and days["end"] else None
    return Time(*place, "date", edtf, None, days["start"], days["end"], approximate=one["doubt"])


def _hand_event(one: dict[str, Any]) -> dict[str, Any]:
    """An event of the hand gold: a day, a month, or an interval; what only other sources tell can't be read."""
    known = one["date_status"].startswith(
        ("from text", "month from text", "الأسبوع", "vague", "verified (see", "future")
    )
    first, last = _whole(one.get("date") or one.get("start"), 0), _whole(one.get("date") or one.get("end"), 1)
    place = {"start": one["start_char"], "end": one["end_char"], "trigger": one["trigger"]}
    return {**place, "earliest": first, "latest": last} if known else {**place, "untold": True}


def _whole(day: str | None, end: int) -> str | None:
    if day is None or len(day) == 10:
        return day
    year, month = map(int, day.split("-"))
    return _month_end(year, month) if end else f"{day}-01"


def _month_end(year: int, month: int) -> str:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1).isoformat()


def found_in(
    gold: Gold, *, whole: bool = False, find_times: bool = False
) -> tuple[Sequence[Quotation], Sequence[Event]]:
    """What the program finds: this layer alone over the gold's names and times, or the whole pipeline."""
    if whole:
        from isnad.annotate import annotate
        from isnad.entities import load_knowledge

        publication = Publication(gold.published, gold.published, gold.published, "stated")
        made = annotate(Article(gold.name, gold.text, publication=publication), load_knowledge(None))
        return made.quotations, made.events
    clauses = sentences(gold.text)
    quotations = statements.quotations(gold.text, clauses, gold.mentions, paragraphs(gold.text))
    found = _read_times(gold) if find_times else gold.times
    return quotations, statements.events(gold.text, clauses, gold.mentions, found, quotations, gold.published)


def _read_times(gold: Gold) -> tuple[Time, ...]:
    from isnad import times

    return times.find(gold.text, gold.published)


def score(
    gold: Gold, quotations: Sequence[Quotation], events: Sequence[Event], *, misses: bool = False
) -> Counter[str]:
    """Counts by column: right ones under its name, all under its name with «of»."""
    counts: Counter[str] = Counter()
    _score_direct(gold, [one for one in quotations if one.direct], counts, misses=misses)
    _score_indirect(gold, [one for one in quotations if not one.direct], counts, misses=misses)
    for one in gold.events:
        if not one.get("optional"):
            _score_event(gold, one, events, counts, misses=misses)
    return counts


def _score_direct(gold: Gold, found: Sequence[Quotation], counts: Counter[str], *, misses: bool) -> None:
    wanted = [one for one in gold.quotations if one["direct"]]
    by_place = {(one.start, one.end): one for one in found}
    for one in wanted:
        got = by_place.get((one["start"], one["end"]))
        right = got is not None and _same_speaker(gold, one, got)
        counts.update({"direct": got is not None, "of direct": 1, "speaker": right, "of speaker": 1})
        if misses and not right:
            _tell("direct", gold, one, got.speaker.text if got and got.speaker else got)
    places = {(one["start"], one["end"]) for one in wanted}
    extra = [one for one in found if (one.start, one.end) not in places]
    counts.update({"extra": len(extra), "of extra": len(found)})
    if misses:
        for more in extra:
            click.echo(f"   extra direct: {gold.text[more.start : more.end][:80]}")


def _score_indirect(gold: Gold, found: Sequence[Quotation], counts: Counter[str], *, misses: bool) -> None:
    for one in gold.quotations:
        if one["direct"] or one.get("optional"):
            continue
        over = [got for got in found if got.start < one["end"] and one["start"] < got.end]
        right = any(_same_speaker(gold, one, got) for got in over)
        counts.update({"indirect": bool(over), "of indirect": 1, "by whom": right, "of by whom": 1})
        if misses and not right:
            _tell("indirect", gold, one, [got.speaker.text for got in over if got.speaker])


def _same_speaker(gold: Gold, one: dict[str, Any], got: Quotation) -> bool:
    """The same entity, or the same words, or another name of the gold's entity; of two one may hold the other."""
    if got.speaker is None:
        return False
    if one.get("entity") and one["entity"] == got.speaker.entity:
        return True
    said = got.speaker.text
    names = {name.text for name in gold.mentions if one.get("entity") and name.entity == one["entity"]}
    if any(name.entity and name.entity != one.get("entity") and name.text == said for name in gold.mentions):
        return False
    return any(words in said or said in words for words in names | set(one["speaker"].split("|")))


def _score_event(
    gold: Gold, one: dict[str, Any], events: Sequence[Event], counts: Counter[str], *, misses: bool
) -> None:
    over = [got for got in events if got.trigger.start < one["end"] and one["start"] < got.trigger.end]
    got = over[0] if over else None
    counts.update({"events": got is not None, "of events": 1})
    if "class" in one:
        counts.update({"class": got is not None and got.event_class in one["class"].split("|"), "of class": 1})
    if one.get("untold"):
        certain = got is not None and got.earliest is not None and not got.approximate and got.basis != "assumed"
        counts.update({"certain+wrong": 0 * certain})
        return
    right = got is not None and (got.earliest, got.latest) == (one["earliest"], one["latest"])
    dated = got is not None and (got.earliest or got.latest) and not got.approximate and got.basis != "assumed"
    counts.update(
        {"dates": right, "of dates": 1, "certain+wrong": bool(dated and not right), "of certain+wrong": bool(dated)}
    )
    if misses and not right:
        _tell("event", gold, one, got and (got.earliest, got.latest, got.basis, got.reason))


def _tell(what: str, gold: Gold, one: dict[str, Any], got: object) -> None:
    wanted = one.get("speaker") or (one["earliest"], one["latest"])
    click.echo(f"   {what}: {gold.text[one['start'] : one['end']][:60]} | wanted {wanted} | got {got}")


def row(name: str, counts: Counter[str]) -> str:
    """One line of the table."""
    cells = (f"{counts[column]}/{counts['of ' + column]}" for column in _COLUMNS)
    return f"{name:24}" + "".join(f"{cell:>15}" for cell in cells)


if __name__ == "__main__":
    main()
