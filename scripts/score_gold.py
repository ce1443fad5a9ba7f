"""Score the first article's annotation against its hand-made gold, before and after the editor's corrections.

    python scripts/score_gold.py [--errors] [--gold FILE]

The gold lies outside the repository (../shared/seed/gold.json); without it the script says so and ends with 0. What
the gold itself doubts is asked of the machine, but neither asked of the editor nor counted as wrong there.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from isnad import edit
from isnad.annotate import annotate
from isnad.annotation import Annotation, Event, Quantity, Quotation, Time
from isnad.arabic.spans import Span
from isnad.entities import load_knowledge
from isnad.read import read_article
from isnad.read.days import days

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "../shared/seed/gold.json"
IDS = ROOT / "tests/gold/ids.json"
SEED = ROOT / "seeds/patriot-iraq.txt"

Item = Mapping[str, Any]
_OUTSIDE = re.compile("undated|outside the text|at the time of the report")
CLASSES = {
    "PERSON": "person",
    "ORG": "organization",
    "ARMED_GROUP": "organization",
    "PLACE": "place",
    "BASE": "place",
    "FACILITY": "place",
    "facility": "place",
    "WEAPON": "weapon",
    "EVENT": "event",
}


@dataclass(slots=True)
class Score:
    """How one layer fares. asked: gold items; found: those the annotation has; right: those with the right value.

    proposed: items of the annotation that count, where precision is measured. misses: in words, for --errors.
    """

    asked: int = 0
    found: int = 0
    right: int = 0
    proposed: int | None = None
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of the found items, in per cent."""
        total = self.asked + (self.proposed or 0)
        return 200 * self.found / total if total else 0.0

    def __str__(self) -> str:
        if self.proposed is None:
            return f"{self.found:3} found, {self.right:3} right, of {self.asked}"
        precision = 100 * self.found / self.proposed if self.proposed else 0.0
        recall = 100 * self.found / self.asked if self.asked else 0.0
        return f"P {precision:5.1f}  R {recall:5.1f}  F1 {self.f1:5.1f}  linked {self.right}/{self.found}"


def main() -> int:
    """Print the two columns; 0 also without a gold, as a user's clone has none."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--errors", action="store_true", help="list what was missed, and how")
    parser.add_argument("--gold", type=Path, default=GOLD, help="the hand-made gold")
    arguments = parser.parse_args()
    if not arguments.gold.exists():
        print(f"No gold at {arguments.gold}: nothing to score.")
        return 0
    columns = scores(arguments.gold)
    print(f"{'':12}{'automatic':44}after the editor")
    for layer in columns[0]:
        print(f"{layer:12}" + "".join(f"{column[layer]!s:44}" for column in columns).rstrip())
    print(beyond(arguments.gold))
    if arguments.errors:
        for name, column in zip(("automatic", "after the editor"), columns, strict=True):
            print(f"\n{name}:", *(f"  {layer}: {miss}" for layer in column for miss in column[layer].misses), sep="\n")
    return 0


def scores(gold_path: Path = GOLD) -> tuple[dict[str, Score], dict[str, Score]]:
    """The scores by layer of the machine alone, and after the corrections in the sidecar."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    ids = json.loads(IDS.read_text(encoding="utf-8")) if IDS.exists() else {}
    article = read_article(SEED)
    beside = SEED.parent / "entities.yml"
    automatic = annotate(article, load_knowledge(beside if beside.exists() else None))
    return score(automatic, gold, ids), score(edit.apply(automatic, article), gold, ids, doubted=False)


def beyond(gold_path: Path = GOLD) -> str:
    """In words, how the machine fares on events whose day the gold has from outside the text."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    article = read_article(SEED)
    found = annotate(article, load_knowledge(SEED.parent / "entities.yml")).events
    asked = [item for item in gold["events"] if item.get("date") and _OUTSIDE.search(item["date_status"])]
    held = [item for item in asked if any(_holds(one, item) for one in found)]
    return (
        f"\nOf {len(asked)} events whose day is not in the text, {len(held)} are given a stretch that holds it,"
        " marked as assumed or reckoned; above they count as wrong."
    )


def _holds(one: Event, item: Item) -> bool:
    """Whether an event of the annotation is the gold's, and its days have those of the gold among them."""
    first, last = _event_days(item)
    here = Span(one.trigger.start, one.trigger.end).touches(Span(item["start_char"], item["end_char"]))
    return bool(
        here and first and last and one.earliest and one.latest and one.earliest <= first and last <= one.latest
    )


def score(annotation: Annotation, gold: Item, ids: Mapping[str, str], *, doubted: bool = True) -> dict[str, Score]:
    """The scores by layer of one annotation. ids: the dossier's id of each of the gold's entities.

    doubted: whether what the gold marks as doubtful is asked for.
    """
    layers: dict[str, Callable[[Annotation, Item, Mapping[str, str], bool], Score]] = {
        "mentions": mentions,
        "times": times,
        "quotations": quotations,
        "reports": reports,
        "events": events,
        "quantities": quantities,
    }
    return {name: layer(annotation, gold, ids, doubted) for name, layer in layers.items()}


def mentions(annotation: Annotation, gold: Item, ids: Mapping[str, str], doubted: bool) -> Score:
    """Exact core span and type class; right: linked to the right entity too. Names inside names do not count."""
    asked = {_core(item): item for item in gold["mentions"] if "nested_in" not in item}
    ignored = {_core(item) for item in gold["mentions"] if "nested_in" in item}
    proposed = {Span(one.start, one.end): one for one in annotation.mentions if Span(one.start, one.end) not in ignored}
    if not doubted:
        for span in [span for span, item in asked.items() if item.get("doubt")]:
            proposed.pop(span, None)
            del asked[span]
    result = Score(asked=len(asked), proposed=len(proposed))
    for span, item in asked.items():
        one = proposed.pop(span, None)
        if one is None or CLASSES.get(one.type, one.type) != CLASSES[item["type"]]:
            result.misses.append(f"«{item['core']}» {item['type']}: {one.type if one else 'not found'}")
            continue
        result.found += 1
        result.right += (linked := one.entity == ids.get(item["entity"]))
        if not linked:
            result.misses.append(f"«{item['core']}» is {item['entity']}, linked to {one.entity}")
    result.misses += [f"«{one.text}» {one.type}: too many" for one in proposed.values()]
    return result


def times(annotation: Annotation, gold: Item, ids: Mapping[str, str], doubted: bool) -> Score:
    """Found by any overlap with the core; right: the days of the gold."""

    def right(one: Time, item: Item) -> bool:
        wanted = item["resolved"]
        ends = {wanted["end"], wanted.get("open_end", wanted["end"])} | ({None} if "open_end" in wanted else set())
        if one.earliest == wanted["start"] and one.latest in ends:
            return True
        return _in_week(one, wanted)

    return _matched(gold["dates"], annotation.times, lambda item: [_core(item)], _span, right, _days, doubted)


def quotations(annotation: Annotation, gold: Item, ids: Mapping[str, str], doubted: bool) -> Score:
    """Direct ones, by their exact words; right: with the speaker."""
    direct = [one for one in annotation.quotations if one.direct]
    same = [one for item in gold["quotations"] for one in direct if _span(one) == [_core(item)]]
    return _matched(
        gold["quotations"],
        same,
        lambda item: [_core(item)],
        _span,
        _speaks(ids, gold),
        _said,
        doubted,
    )


def reports(annotation: Annotation, gold: Item, ids: Mapping[str, str], doubted: bool) -> Score:
    """Indirect speech, by any overlap of what is said (or of the speaker, where the gold gives only that)."""
    indirect = [one for one in annotation.quotations if not one.direct]
    speaks = _speaks(ids, gold)

    def right(one: Quotation, item: Item) -> bool:
        return speaks(one, item) or (one.speaker is not None and one.speaker.text in item["speaker_ar"])

    def place(one: Quotation) -> list[Span]:
        return [*_span(one), Span(one.speaker.start, one.speaker.end)] if one.speaker else _span(one)

    return _matched(gold["indirect_speech"], indirect, lambda item: [_core(item)], place, right, _said, doubted)


def events(annotation: Annotation, gold: Item, ids: Mapping[str, str], doubted: bool) -> Score:
    """Found by the trigger, in any of its places; right: dated as in the gold, also where that is not at all."""

    def places(item: Item) -> list[Span]:
        return [Span(one["start_char"], one["end_char"]) for one in (item, *item.get("also", ()))]

    def right(one: Event, item: Item) -> bool:
        first, last = _event_days(item)
        if item.get("start") and first and last and one.earliest and one.latest:
            return first <= one.earliest <= one.latest <= last
        return (one.earliest, one.latest) == (first, last)

    return _matched(
        gold["events"],
        annotation.events,
        places,
        lambda one: _span(one.trigger),
        right,
        _days,
        doubted,
    )


def quantities(annotation: Annotation, gold: Item, ids: Mapping[str, str], doubted: bool) -> Score:
    """Found by any overlap; right: the gold's number, and «more than» where it says so."""

    def right(one: Quantity, item: Item) -> bool:
        number = re.search(r"[0-9.]+(e[0-9]+)?", item["value"])
        if number is None:
            return one.value is None or one.bound != "exact"
        return one.value == float(number.group()) and (item["value"].startswith(">") == (one.bound == "at-least"))

    def shown(one: Quantity) -> str:
        return f"{one.value} {one.bound}"

    return _matched(gold["quantities"], annotation.quantities, lambda item: [_core(item)], _span, right, shown, doubted)


def _matched(
    gold: Iterable[Item],
    proposed: Iterable[Any],
    places: Callable[[Item], list[Span]],
    place: Callable[[Any], list[Span]],
    right: Callable[[Any, Item], bool],
    shown: Callable[[Any], str],
    doubted: bool,
) -> Score:
    """Each gold item with what overlaps it: found when there is any, right when one of them is."""
    result = Score()
    for item in gold:
        if not doubted and item.get("doubt"):
            continue
        result.asked += 1
        here = [one for one in proposed if any(span.touches(other) for span in places(item) for other in place(one))]
        good = any(right(one, item) for one in here)
        result.found += bool(here)
        result.right += good
        if not good:
            name = item.get("name_ar") or item.get("surface") or item.get("text")
            result.misses.append(f"«{name}»: {'; '.join(map(shown, here)) or 'not found'}")
    return result


def _speaks(ids: Mapping[str, str], gold: Item) -> Callable[[Quotation, Item], bool]:
    """Whether a speaker is the gold's: by the entity, by the words, or by other words for the same source."""
    same = [(one["surface"], one["coref"]) for one in gold["unnamed_sources"] if one["coref"]]

    def speaks(one: Quotation, item: Item) -> bool:
        if one.speaker is None:
            return False
        wanted, entity = item["speaker_ar"], item["speaker_entity"]
        if entity and ids.get(entity) == one.speaker.entity is not None:
            return True
        return one.speaker.text == wanted or (one.speaker.text, entity) in same

    return speaks


def _core(item: Item) -> Span:
    return Span(item.get("core_start", item["start"]), item.get("core_end", item["end"]))


def _span(one: Any) -> list[Span]:
    return [Span(one.start, one.end)]


def _days(one: Time | Event) -> str:
    return f"{one.earliest}/{one.latest}"


def _said(one: Quotation) -> str:
    return f"{one.speaker.text} ({one.speaker.entity})" if one.speaker else "nobody"


def _in_week(one: Time, wanted: Item) -> bool:
    """Which day a week begins with is open: any seven days within the gold's are that week."""
    if not (re.fullmatch(r"\d{4}-W\d\d", wanted["value"] or "") and one.earliest and one.latest):
        return False
    length = date.fromisoformat(one.latest) - date.fromisoformat(one.earliest)
    return wanted["start"] <= one.earliest and one.latest <= wanted["end"] and length.days == 6


def _event_days(item: Item) -> tuple[str | None, str | None]:
    """The gold's date, which may be a month, or its start and end, as days."""
    first, last = item.get("date") or item.get("start"), item.get("date") or item.get("end")
    earliest = str(days(first).earliest) if first else None
    return earliest, str(days(last).latest) if last else None


if __name__ == "__main__":
    sys.exit(main())
