"""Score the recognition of names: by suite and type, layer by layer, and how far its confidence can be trusted.

    python scripts/score_entities.py [--layers] [--reliability] [--rules] [--errors N] [SUITE ...]

The CoNLL suites and their scorer lie outside the repository (../shared); a suite that is not there is skipped with a
word. The articles of tests/entities/articles are our own: «open» and «countries» were looked at while rules were made,
«held-out» and «unseen» are only scored; the author of «countries» and «unseen» knew neither the rules nor the lists.
Strict scores: exact span and type, blocks of 40 sentences, a line break between them.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from isnad.annotation import Mention
from isnad.entities import load_knowledge, recognise
from isnad.entities.recognise import LAYERS, Layer

ROOT = Path(__file__).parents[1]
SCORER = ROOT / "../shared/score/entities.py"
DATA = ROOT / "../shared/data/ner"
ARTICLES = ROOT / "tests/entities/articles"
SUITES = {
    "anercorp": DATA / "anercorp/test.conll",
    "corrected": DATA / "anercorp_corrected/test.conll",
    "aqmar": DATA / "aqmar/test.conll",
    "open": ARTICLES / "open.jsonl",
    "held-out": ARTICLES / "held_out.jsonl",
    "countries": ARTICLES / "countries_open.jsonl",
    "unseen": ARTICLES / "countries_held_out.jsonl",
}
BLOCK = 40
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
STEPS: tuple[tuple[str, tuple[Layer, ...]], ...] = (
    ("the model alone", ("model",)),
    ("+ propagation", ("model", "propagation")),
    ("+ rules", ("model", "rules", "propagation")),
    ("+ lexicon (all)", LAYERS),
)


class Judged(NamedTuple):
    """A mention that was found, and whether the gold has it."""

    mention: Mention
    right: bool
    text: str


def main() -> int:
    """Print the tables; 0 also where there is no suite, as in a user's clone there is none but ours."""
    options = _options()
    scorer = load_scorer()
    if scorer is None:
        print(f"No scorer at {SCORER}: nothing to score.")
        return 0
    print(f"{'':12}{'':18}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}")
    judged = list[Judged]()
    for name in options.suites or SUITES:
        if not SUITES[name].exists():
            print(f"{name:12}not there, skipped ({SUITES[name]})")
            continue
        documents = documents_of(scorer, SUITES[name])
        for label, layers in STEPS if options.layers else STEPS[-1:]:
            _show(f"{name:12}{label if options.layers else '':18}", table_of(scorer, documents, layers))
        judged += judge(scorer, documents)
    if options.reliability:
        _show_reliability(judged)
    if options.rules:
        _show_rules(judged, options.errors)
    return 0


def load_scorer() -> ModuleType | None:
    """The scorer as a module; None where it is not."""
    if not SCORER.exists():
        return None
    spec = importlib.util.spec_from_file_location("entity_scorer", SCORER)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents_of(scorer: ModuleType, path: Path) -> list[Any]:
    """The texts of a suite with their gold, as the scorer reads them."""
    if path.suffix == ".jsonl":
        return list(scorer.article_documents(str(path)))
    return list(scorer.conll_documents(str(path), BLOCK, True))


def table_of(scorer: ModuleType, documents: Sequence[Any], layers: Iterable[Layer] = LAYERS) -> dict[str, Any]:
    """The scorer's rows: by type, of all types, of PER LOC ORG, of spans whatever their type."""
    knowledge, chosen = load_knowledge(), tuple(layers)
    answers = [
        sorted({(m.start, m.end, scorer.MAP[m.type.upper()]) for m in recognise(document["text"], knowledge, chosen)})
        for document, _, _ in documents
    ]
    found = {scorer.MAP.get(one.type.upper()) for _, gold, _ in documents for one in gold}
    table, _ = scorer.score(documents, answers, tuple(kind for kind in scorer.TYPES if kind in found))
    return dict(table)


def judge(scorer: ModuleType, documents: Iterable[Any]) -> Iterator[Judged]:
    """Each mention of a type that the gold of its suite knows, right or wrong."""
    knowledge, kept = load_knowledge(), list(documents)
    known = {scorer.MAP.get(one.type.upper()) for _, gold, _ in kept for one in gold}
    for document, gold, _ in kept:
        for mention in recognise(document["text"], knowledge):
            kind = scorer.MAP[mention.type.upper()]
            if kind in known:
                right = any(
                    one.fits(mention.start, mention.end) and scorer.MAP.get(one.type.upper()) == kind for one in gold
                )
                yield Judged(mention, right, document["text"])


def reliability(judged: Iterable[Judged]) -> dict[tuple[float, float], tuple[int, int]]:
    """By bin of confidence how many mentions there are, and how many are right."""
    found = dict.fromkeys(pairwise(BINS), (0, 0))
    for one in judged:
        for low, high in found:
            if low <= one.mention.confidence < high:
                count, right = found[low, high]
                found[low, high] = (count + 1, right + one.right)
    return found


def _show(name: str, table: dict[str, Any]) -> None:
    for kind, row in table.items():
        print(f"{name}{kind:12}{row['precision']:7.1f}{row['recall']:7.1f}{row['f1']:7.1f}{row['gold']:7}")
        name = " " * len(name)


def _show_reliability(judged: Iterable[Judged]) -> None:
    print(f"\n{'confidence':14}{'mentions':>10}{'right, %':>10}")
    for (low, high), (count, right) in reliability(judged).items():
        share = f"{100 * right / count:10.1f}" if count else f"{'-':>10}"
        print(f"{low:.1f} to {min(high, 1):.1f}    {count:10}{share}")


def _show_rules(judged: Iterable[Judged], errors: int) -> None:
    counts, right, wrong = Counter[str](), Counter[str](), defaultdict[str, list[str]](list)
    for one in judged:
        rule = f"{one.mention.rule} {one.mention.type}"
        counts[rule] += 1
        right[rule] += one.right
        if not one.right:
            wrong[rule].append(one.text[max(0, one.mention.start - 15) : one.mention.end + 15].replace("\n", " "))
    print(f"\n{'rule':48}{'mentions':>10}{'right, %':>10}")
    for rule, count in counts.most_common():
        print(f"{rule:48}{count:10}{100 * right[rule] / count:10.1f}", *wrong[rule][:errors], sep="\n    ")


def _options() -> argparse.Namespace:
    description = (__doc__ or "").strip()
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="*", choices=[*SUITES, []], metavar="SUITE", help=f"of {', '.join(SUITES)}")
    parser.add_argument("--layers", action="store_true", help="the same with fewer layers")
    parser.add_argument("--reliability", action="store_true", help="how often mentions of each confidence are right")
    parser.add_argument("--rules", action="store_true", help="how often the mentions of each rule are right")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="with --rules: N errors of each")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
