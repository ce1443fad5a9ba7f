"""The steps of a derivation, said in Arabic for readers; the words are in lexicon/says.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from isnad.arabic.calendar_names import day_words, month_name, span_words
from isnad.arabic.plurals import Noun, counted
from isnad.times import calendars, feasts
from isnad.times.days import Days
from isnad.times.lexicon import load_toml

Args = Mapping[str, Any]


def say(op: str, args: Args, before: Days, after: Days, *, published: bool = False) -> str:
    """One step in Arabic. published: `before` is the publication day itself."""
    return _say(op, tuple(sorted((key, _hashable(value)) for key, value in args.items())), before, after, published)


def note(name: str, **words: str) -> str:
    """A remark on what the text says of itself, such as a weekday that is not that of its date."""
    return str(_texts()["note"][name].format(**words))


def weekday_name(number: int) -> str:
    """The weekday with its article, «الاثنين»."""
    return "\u0627\u0644" + str(_texts()["weekday"][str(number)])


def hijri_month(number: int) -> str:
    """The name of a Hijri month."""
    return str(_texts()["hijri"][str(number)])


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    return load_toml("lexicon", "says")


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


@lru_cache(maxsize=4096)
def _say(op: str, items: tuple[tuple[str, Any], ...], before: Days, after: Days, published: bool) -> str:
    args = dict(items)
    texts = _texts()
    way = _way(op, args)
    template = texts["step"].get(f"{op}.{way}", texts["step"][op])
    base = _days(before)
    if published:
        base = texts["base"]["published"].format(before=base)
    return str(template).format_map(_Words(op, args, base, _days(after)))


class _Words(dict[str, str]):
    """The words of a template, made when one is asked for."""

    def __init__(self, op: str, args: Args, base: str, after: str) -> None:
        super().__init__(base=base, before=base, after=after)
        self.op, self.args = op, args

    def __missing__(self, name: str) -> str:
        maker = _MAKERS.get(name)
        return maker(self.op, self.args) if maker else str(self.args[name])


def _days(days: Days) -> str:
    first = None if days.first is None else calendars.iso(days.first)
    last = None if days.last is None else calendars.iso(days.last)
    if first and first == last:
        return day_words(first)
    return span_words(first, last)


def _way(op: str, args: Args) -> str:
    """The variant of the template."""
    if args.get("calendar") == "hijri" and op in ("day", "month", "years"):
        year = int(args.get("year", args.get("first", 0)))
        return "hijri" if op == "years" or calendars.hijri_exact(year) else "tabular"
    if op == "unit":
        return _unit_way(args)
    if op in ("shift", "stretch", "workdays"):
        return "back" if args.get("amount", args.get("sign", args.get("count", 0))) < 0 else ""
    if op == "clock":
        return "" if "at" in args else "length"
    return str(args.get("way", args.get("side", args.get("value", ""))))


def _unit_way(args: Args) -> str:
    offset = args.get("offset", 0)
    if args["unit"] == "day":
        names = {-1: "yesterday", 0: "day", 1: "tomorrow"}
        return names.get(offset, "days-back" if offset < 0 else "days-on")
    return {-1: "previous", 0: "", 1: "next"}.get(offset, "back" if offset < 0 else "on")


def _amount(op: str, args: Args) -> str:
    number = abs(int(args.get("amount", args.get("offset", args.get("count", 0)))))
    unit = args.get("unit", "day")
    one, two, few, many, hundred = _texts()["counted"][unit]
    return counted(number, Noun(one, two, few, many, hundred, none=one))


def _what(op: str, args: Args) -> str:
    texts = _texts()
    if op == "nth":
        kind = texts["weekday"][str(args["weekday"])] if "weekday" in args else texts["counted"][args["unit"]][0]
        return f"{texts['ordinal'].get(str(args['n']), args['n'])} {kind}"
    name = args.get("feast", args.get("name") if op == "feast" else None)
    if name:
        return feasts.title_of(name)
    season = args.get("season", args.get("name"))
    if season:
        return str(texts["season"][season])
    month = _month(args)
    words = texts["words"]
    return f"{words['day']} {args['day']} {month}".strip() if args.get("day") else f"{words['month']} {month}"


def _month(args: Args) -> str:
    if "month" not in args:
        return ""
    return str(_texts()["hijri"][str(args["month"])]) if args.get("calendar") == "hijri" else month_name(args["month"])


def _hijri(op: str, args: Args) -> str:
    if op == "years":
        first, last = args["first"], args["last"]
        return str(first) if first == last else f"{first} - {last}"
    day = f"{args['day']} " if op == "day" else ""
    return f"{day}{_month(args)} {args['year']}"


def _by_amount(op: str, args: Args) -> str:
    """The amount after «ب», which does not lean on digits."""
    amount = _amount(op, args)
    return str(_texts()["words"]["by-number" if amount[0].isdigit() else "by"]) + amount


_MAKERS: dict[str, Callable[[str, Args], str]] = {
    "amount": _amount,
    "by-amount": _by_amount,
    "what": _what,
    "hijri": _hijri,
    "weekday": lambda op, args: str(_texts()["weekday"][str(args["weekday"])]),
    "unit": lambda op, args: str(_texts()["unit"][args["unit"]]),
    "part": lambda op, args: str(_texts()[op][args["part"]]),
}
