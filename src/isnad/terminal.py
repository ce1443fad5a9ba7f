"""What a person sees in the terminal: articles coloured by layer, reasons of dates, progress, summaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich import progress as bar
from rich.console import Console
from rich.text import Text

from isnad.annotation import Annotation, Event, Quotation, Time
from isnad.article import Article
from isnad.errors import IsnadError

if TYPE_CHECKING:
    from isnad.dossier import Dossier
    from isnad.dossier.model import Ruled
    from isnad.site import Built, Progress
    from isnad.times import Candidate

T = TypeVar("T")
LAYERS = ("mention", "time", "quotation", "event", "quantity")
STYLES = {
    "person": "bold red",
    "organization": "bold blue",
    "place": "bold green",
    "facility": "green",
    "weapon": "magenta",
    "event": "cyan",
    "work": "italic",
    "time": "black on yellow",
    "quotation": "italic",
    "trigger": "underline",
    "quantity": "bright_cyan",
    "quiet": "dim",
}


def layers(names: str) -> frozenset[str]:
    """The layers named in «a,b»; all of them for "". Raises IsnadError on a name that is none."""
    wanted = frozenset(name.strip() for name in names.split(",") if name.strip())
    for name in sorted(wanted - set(LAYERS)):
        choice = f"Choose of {', '.join(LAYERS)}."
        raise IsnadError(f"found «{name}», which is not a layer", field="--layers", mend=choice)
    return wanted or frozenset(LAYERS)


def show(article: Article, annotation: Annotation, wanted: frozenset[str]) -> None:
    """Print the article coloured by layer, and below it every layer as a list with its reasons."""
    console = Console(highlight=False)
    console.print(Text(article.title or article.id, "bold"))
    console.print(Text(_published(article), STYLES["quiet"]))
    console.print(_coloured(annotation, wanted), "", _legend(annotation, wanted), sep="\n")
    for title, layer, lines in (
        ("التواريخ", "time", map(_time_lines, annotation.times)),
        ("الأقوال", "quotation", (_quotation_lines(one, annotation) for one in annotation.quotations)),
        ("الأحداث", "event", map(_event_lines, annotation.events)),
    ):
        if layer in wanted:
            _section(console, title, lines)


def show_candidates(article: Article, candidates: Iterable[Candidate]) -> None:
    """Print the days on which the article may have appeared, the likeliest first, with the evidence for each."""
    console = Console(highlight=False)
    console.print(Text(article.title or article.id, "bold"))
    found = list(candidates)
    if not found:
        console.print("لا دليل في النص على تاريخ نشره: لا يوم مع تاريخه، ولا شهر نسبي، ولا حدث معروف التاريخ.")
    for candidate in found:
        console.print(Text(f"{candidate.earliest} … {candidate.latest}", "bold"), f"({candidate.score:g})")
        for reason in candidate.reasons:
            console.print(f"    {reason}")


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar for each stage of long work, on standard error; nothing where that is not a terminal."""
    columns = (bar.TextColumn("{task.description}"), bar.BarColumn(), bar.MofNCompleteColumn())
    with bar.Progress(*columns, console=Console(stderr=True), transient=True) as bars:

        def track(items: Iterable[T], what: str, total: int | None, /) -> Iterable[T]:
            return bars.track(items, total=total, description=what)

        yield track


def show_spans(path: Path, names: int) -> None:
    """Print what a recogniser found for an article."""
    Console(highlight=False).print(f"{path}: {names} names", soft_wrap=True)


def show_built(built: Built) -> None:
    """Print what a build did."""
    files = built.files
    Console(highlight=False).print(
        f"{built.articles} articles, {built.entities} entities, {built.dated} dated events, {built.undated} undated; "
        f"pages: {files.written} written, {files.unchanged} unchanged, {files.removed} removed"
    )
    for ruling in built.rulings:
        Console(highlight=False).print(_ruling_line(ruling), soft_wrap=True)
    if built.open_names:
        names = "1 name is" if built.open_names == 1 else f"{built.open_names} names are"
        Console(highlight=False).print(f"{names} linked to nobody yet; entities/pages/review.html lists them")


def _ruling_line(ruling: Ruled) -> str:
    """A ruling on identity and what it changed; one that changed nothing can go."""
    changed = f"{ruling.mentions} mentions in {ruling.articles} articles" if ruling.mentions else "nothing; it can go"
    target = " ".join(part for part in (ruling.new, f"«{ruling.name}»" if ruling.name else "") if part)
    return f"{ruling.place}: {ruling.action} {', '.join(ruling.olds)} -> {target}: {changed}"


def show_checked(dossier: Dossier) -> None:
    """Print that everything was read, and what the machine could not do."""
    console = Console(highlight=False)
    for record in dossier.articles:
        for warning in record.annotation.warnings:
            line = record.annotation.text.count("\n", 0, warning.start) + 1
            console.print(f"{record.article.path}:{line}: {warning.code}: {warning.message}", soft_wrap=True)
    count = len(dossier.articles)
    whole = (
        "1 article, its sidecar and corrections are sound."
        if count == 1
        else (f"{count} articles, their sidecars and corrections are sound.")
    )
    console.print(whole)


def _published(article: Article) -> str:
    published = article.publication
    if published.date is None:
        return "تاريخ النشر غير معروف"
    known = {"stated": "مذكور", "inferred": "مستنتج", "unknown": "غير مؤكد"}[published.by]
    return f"تاريخ النشر: {published.date} ({known})"


def _coloured(annotation: Annotation, wanted: frozenset[str]) -> Text:
    text = Text(annotation.text)
    spans: list[tuple[str, str, int, int]] = []
    spans += [("quotation", "quotation", item.start, item.end) for item in annotation.quotations]
    spans += [("event", "trigger", item.trigger.start, item.trigger.end) for item in annotation.events]
    spans += [("quantity", "quantity", item.start, item.end) for item in annotation.quantities]
    spans += [("mention", item.type, item.start, item.end) for item in annotation.mentions]
    spans += [("time", "time", item.start, item.end) for item in annotation.times]
    for layer, style, start, end in spans:
        if layer in wanted:
            text.stylize(STYLES[style], start, end)
    return text


def _legend(annotation: Annotation, wanted: frozenset[str]) -> Text:
    names: set[str] = {mention.type for mention in annotation.mentions} if "mention" in wanted else set()
    names |= {layer for layer in wanted if layer in STYLES}
    return Text("  ").join(Text(name, STYLES[name]) for name in STYLES if name in names)


def _section(console: Console, title: str, items: Iterable[list[Text]]) -> None:
    console.print("", Text(title, "bold underline"), sep="\n")
    for lines in items:
        for line in lines:
            console.print(line)


def _time_lines(time: Time) -> list[Text]:
    value = time.edtf or time.timex3 or "—"
    hedge = " ~" if time.approximate else ""
    origin = (f"[{time.rule or time.source}]", STYLES["quiet"])
    head = Text.assemble((time.text, STYLES["time"]), f"  {value}{hedge}  ", origin)
    return [head, *(Text(f"    {step.says}", STYLES["quiet"]) for step in time.steps if step.says)]


def _quotation_lines(quotation: Quotation, annotation: Annotation) -> list[Text]:
    speaker = quotation.speaker.text if quotation.speaker else "؟"
    via = f" عبر {quotation.via.text}" if quotation.via else ""
    words = annotation.text[quotation.start : quotation.end]
    return [Text.assemble((f"{speaker}{via}", "bold"), f" ({quotation.verb or ''}): ", (words, STYLES["quotation"]))]


def _event_lines(event: Event) -> list[Text]:
    interval = f"{event.earliest or '..'}/{event.latest or '..'}" if event.earliest or event.latest else "؟"
    sort = (f"[{event.event_class}, {event.modality}]", STYLES["quiet"])
    head = Text.assemble((event.trigger.text, STYLES["trigger"]), f"  {event.edtf or interval}  ", sort)
    return [head, Text(f"    {event.reason}", STYLES["quiet"])] if event.reason else [head]
