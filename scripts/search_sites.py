"""Sites to search in: the project's own settings over other articles, and an index of any size, made up."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from isnad.search import days
from isnad.search.documents import Document, Mark
from isnad.search.files import index_files
from isnad.search.index import make

ROOT = Path(__file__).parents[1]
HAND_WRITTEN = ("method.md", "temporal-expressions.md")
_ROOTS, _PATTERNS = (
    2500,
    ("123", "1ا23", "12ا3", "م123", "ت12ي3", "ا12ا3", "12ي3ة", "م12و3", "است123", "12و3", "123ات", "م1ا23ة"),
)
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنه"
_GLUED = ("", "", "", "", "ال", "ال", "ال", "و", "وال", "ب", "بال", "لل", "ل", "ف")
_PER_ARTICLE, _PER_SENTENCE = 8, 18


def built(folder: Path, seeds: Path, *, offline: bool = False) -> Path:
    """The site of the articles in `seeds`, made with this project's settings below `folder`.

    offline: with a service worker.
    """
    docs, site = folder / "docs", folder / "site"
    docs.mkdir(parents=True)
    for name in HAND_WRITTEN:
        (docs / name).write_bytes((ROOT / "docs" / name).read_bytes())
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(docs),
        "site_dir": str(site),
        "theme": {"custom_dir": str(ROOT / "src/isnad/pages/theme/overrides")},
        "watch": [],
        "plugins": {"isnad": {"seeds": str(seeds), "cache": "", "offline": offline}, "search": {"lang": "ar"}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    command = [str(Path(sys.executable).parent / "mkdocs"), "build", "-q", "-f", str(folder / "mkdocs.yml")]
    done = subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.decode())
    return site


def seeds_of(corpus: Path, folder: Path) -> Path:
    """The articles of a file of lines {id, title, published, text} as a folder of seeds."""
    folder.mkdir(parents=True)
    for line in corpus.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        (folder / f"{article['id']}.txt").write_text(article["text"] + "\n", encoding="utf-8")
        sidecar = {"title": article["title"], "published": article["published"], "published_by": "stated"}
        (folder / f"{article['id']}.yml").write_text(json.dumps(sidecar, ensure_ascii=False), encoding="utf-8")
    return folder


def grown(site: Path, articles: int) -> int:
    """Put the index of that many made-up articles, and a tenth as many entities, into a site; gives the documents."""
    chance = random.Random(7)  # noqa: S311 - nothing secret: the same articles every time
    say = _speaker(chance)
    entities = [
        Document(f"entities/e{n}.html", "", "", name, say(6), ((0, len(name) + 1),), entity=f"e{n}")
        for n in range(articles // 10)
        for name in (say(2),)
    ]
    made = make(entities, _sentences(articles, say))
    for page in index_files(made):
        (site / page.path).write_bytes(page.content)
    index = site / "search/search_index.json"
    theirs = json.loads(index.read_text(encoding="utf-8"))
    index.write_text(
        json.dumps(theirs | {"docs": [made.root, *theirs["docs"][1:]]}, ensure_ascii=False), encoding="utf-8"
    )
    return int(str(made.root["documents"]))


def _sentences(articles: int, say: Callable[[int], str]) -> Iterator[Document]:
    for number in range(articles):
        title = say(6)
        page = f"articles/a{number}.html"
        yield Document(page, title, "", title, "", ((0, len(title) + 1),))
        day = f"{2000 + number % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        for sentence in range(_PER_ARTICLE):
            text = say(_PER_SENTENCE)
            marks = (Mark(1, len(text), days.keys(day, day), day, True),) if sentence % 3 == 0 else ()
            yield Document(page, title, f"p{sentence + 1}-s1", "", text, ((1, len(text) // 2),), marks)


def _speaker(chance: random.Random) -> Callable[[int], str]:
    """Gives sentences of so many words: some thirty thousand, common and rare ones as in any language (Zipf)."""
    words = sorted(
        {pattern.replace("1", a).replace("2", b).replace("3", c) for a, b, c in _roots(chance) for pattern in _PATTERNS}
    )
    chance.shuffle(words)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def say(length: int) -> str:
        picked = chance.choices(words, cum_weights=weights, k=length)
        return " ".join(chance.choice(_GLUED) + word for word in picked)

    return say


def _roots(chance: random.Random) -> list[tuple[str, str, str]]:
    return [(chance.choice(_LETTERS), chance.choice(_LETTERS), chance.choice(_LETTERS)) for _ in range(_ROOTS)]
