"""Scores the search of a really built site in headless Chromium: what readers type, how soon it is ready and answers.

    python scripts/score_search.py            our own queries, over the corpus of tests/search
    python scripts/score_search.py --suite    the queries of ../shared/suites/search, over this project's own articles
    python scripts/score_search.py --seeds    our own queries over this project's own articles
    python scripts/score_search.py --size 10000    readiness and cold queries with that many articles

A query is answered when one of the first ten links that a reader sees says the target (one of several, by «/»); a query
without a target, when nothing at all is found. Ends with 1 below a bar.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from scripts import headless, search_sites  # noqa: E402

SUITE = ROOT.parent / "shared/suites/search/queries.json"
CORPUS = ROOT / "tests/search/corpus.jsonl"
QUERIES = {"own": ROOT / "tests/search/queries.jsonl", "seeds": ROOT / "tests/search/seed_queries.jsonl"}
FIRST = 10
READY, COLD = 200, 300  # milliseconds
TRIES = 3  # the quickest of which counts: what else the machine does is no fault of the index
SHARE = {"suite": 44 / 46, "own": 70 / 72, "seeds": 0.95}

# Notes when the page asks its search worker and when it answers, without a change to either.
WATCH = """
  window.heard = [];
  window.Worker = class extends Worker {
    constructor(...all) {
      super(...all);
      window.heard.push(["start", performance.now()]);
      this.addEventListener("message", (event) => window.heard.push([event.data.type, performance.now()]));
    }
    postMessage(message) {
      window.heard.push([message.type, performance.now()]);
      super.postMessage(message);
    }
  };
"""
LINKS = """first => [...document.querySelectorAll(".md-search-result__link")]
  .filter(link => link.checkVisibility()).slice(0, first)
  .map(link => link.getAttribute("href") + " " + link.innerText)"""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, what must be among the first links (nothing where it is empty), and what is tried by it."""

    query: str
    target: str
    why: str

    def answered_by(self, links: Sequence[str]) -> bool:
        """Whether the links answer it. Guillemets around a target belong to the page, not to what is looked for."""
        if not self.target:
            return not links
        return any(target.strip("«»") in link for target in self.target.split("/") for link in links)


def main() -> None:
    """Build, search, say what was missed, and compare with the bars."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suite", action="store_true", help="the queries of ../shared over this project's articles")
    parser.add_argument("--seeds", action="store_true", help="our own queries over this project's articles")
    parser.add_argument("--size", type=int, default=0, help="measure an index of that many made-up articles instead")
    options = parser.parse_args()
    executable = headless.chromium()
    if executable is None:
        sys.exit("score_search.py: Chromium was not found.\n  Install it, or name its program in CHROMIUM.")
    if options.suite and not SUITE.is_file():
        print(f"{SUITE} is not here: skipped.")
        return
    with tempfile.TemporaryDirectory() as folder, headless.browser(executable) as browser:
        if options.size:
            sys.exit(not _measured(browser, Path(folder), options.size))
        kind = "suite" if options.suite else "seeds" if options.seeds else "own"
        sys.exit(not _scored(browser, Path(folder), kind))


def suite_queries() -> list[Query]:
    """The queries of ../shared."""
    found = json.loads(SUITE.read_text(encoding="utf-8"))
    return [Query(one["query"], one["target"], one["variant"]) for one in found]


def own_queries(kind: str = "own") -> list[Query]:
    """The queries of tests/search."""
    lines = map(json.loads, QUERIES[kind].read_text(encoding="utf-8").splitlines())
    return [Query(one["query"], one["target"], one["why"]) for one in lines]


def site_for(kind: str, folder: Path) -> Path:
    """The site that the queries of a kind are put to."""
    seeds = ROOT / "seeds" if kind != "own" else search_sites.seeds_of(CORPUS, folder / "seeds")
    return search_sites.built(folder / kind, seeds)


def missed(page: Page, queries: Sequence[Query]) -> list[Query]:
    """The queries that the open page does not answer."""
    return [query for query in queries if not query.answered_by(links(page, query.query))]


@contextmanager
def dialog(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page of the site with its search dialog open and ready."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ar")
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{address}/index.html", wait_until="load")
    page.locator(".md-search__input").click()
    page.wait_for_function("window.heard.some(([type]) => type === 1)")
    yield page
    context.close()


def links(page: Page, query: str) -> list[str]:
    """Address and text of the first links that a reader sees."""
    page.locator(".md-search__input").fill("")
    _settle(page)
    page.keyboard.insert_text(query)
    _settle(page)
    found: list[str] = page.evaluate(LINKS, FIRST)
    return found


def _settle(page: Page) -> None:
    """Wait until the last question has its answer, and the answer is drawn."""
    page.wait_for_timeout(60)
    page.wait_for_function("(last => !last || last[0] !== 2)(window.heard.at(-1))")
    page.wait_for_timeout(30)


def _scored(browser: Browser, folder: Path, kind: str) -> bool:
    site = site_for(kind, folder)
    queries = suite_queries() if kind == "suite" else own_queries(kind)
    asked = [query for query in queries if query.target]
    with headless.served(site) as address, dialog(browser, address) as page:
        lost = missed(page, queries)
    for query in lost:
        print(f"  missed: {query.query}  ({query.why}; {query.target or 'nothing should be found'})")
    found = len(asked) - sum(bool(query.target) for query in lost)
    print(f"{kind}: {found} of {len(asked)} in the first {FIRST}; {_silent(queries, lost)}")
    return found >= SHARE[kind] * len(asked)


def _silent(queries: Sequence[Query], lost: Sequence[Query]) -> str:
    nothing = [query for query in queries if not query.target]
    return f"silent where nothing is there: {sum(query not in lost for query in nothing)} of {len(nothing)}"


def _measured(browser: Browser, folder: Path, size: int) -> bool:
    """A word counts by its quickest try, and the slowest word decides.

    Shown beside it: the median and the slowest try, and how long after asking for the page a reader could search.
    """
    site = site_for("own", folder)
    documents = search_sites.grown(site, size)
    words = ["المكتبة", "وللحرب", "تدريب", "مارس 2020", "شركات كبيرة", "بابليو", "«في البيت»", *_common(site)]
    readies: list[float] = []
    waits: list[float] = []
    colds: list[float] = []
    with headless.served(site) as address:
        for word in words:
            tries = [_tried(browser, address, word) for _ in range(TRIES)]
            readies += [ready for ready, _, _ in tries]
            waits += [wait for _, wait, _ in tries]
            colds.append(min(cold for _, _, cold in tries))
            print(f"  {word}: ready {min(readies[-TRIES:]):.0f} ms, cold {colds[-1]:.0f} ms")
    ready, cold = max(map(min, zip(*[iter(readies)] * TRIES, strict=True))), max(colds)
    folder_size = sum(path.stat().st_size for path in (site / "assets/isnad/search").glob("*"))
    tried = f"median of {len(readies)} tries {statistics.median(readies):.0f}, slowest {max(readies):.0f}"
    print(f"{size} articles, {documents} documents, {folder_size / 1e6:.1f} MB: slowest ready {ready:.0f} ms ({tried}),"
          f" slowest cold query {cold:.0f} ms; from asking for the page until ready, median"
          f" {statistics.median(waits):.0f} ms")  # fmt: skip
    return ready <= READY and cold <= COLD


def _tried(browser: Browser, address: str, word: str) -> tuple[float, float, float]:
    with dialog(browser, address) as page:
        links(page, word)
        return _times(page.evaluate("window.heard"))


def _common(site: Path) -> list[str]:
    """Words that the index has, the longest list of places among them."""
    shards = (site / "assets/isnad/search").glob("t*.js")
    largest = max(shards, key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    entries = json.loads(largest[largest.index(",") + 1 : largest.rindex(")")])
    form = max((entry for text in entries.values() for entry in text.split(";")), key=len).split(",")[0]
    return [form, f"{form} {form}"]


def _times(heard: Sequence[tuple[object, float]]) -> tuple[float, float, float]:
    """Milliseconds from the worker's start until it is ready, from asking for the page until then, and of the slowest
    question until its answer.
    """
    start = next(at for kind, at in heard if kind == "start")
    ready = next(at for kind, at in heard if kind == 1)
    asked, slowest = 0.0, 0.0
    for kind, at in heard:
        asked = at if kind == 2 else asked
        slowest = max(slowest, at - asked) if kind == 3 else slowest
    return ready - start, ready, slowest


if __name__ == "__main__":
    main()
