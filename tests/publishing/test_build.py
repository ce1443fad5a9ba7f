"""Building: by MkDocs alone, again, with bad input, by the build script, and by the successor of MkDocs' theme."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from scripts.audit.markup import article_text, loaded, page

from tests.publishing.conftest import Site, project_copy, run

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_copy(tmp_path)


# An article that tries what Markdown, HTML, Jinja and the browser could take for their own.
HOSTILE = """# عنوان <script>alert(1)</script> & &amp; &#x202e; {{ 7*7 }} {% raw %}

--8<-- "/etc/passwd"
<!-- تعليق --> <p id="p1-s1" markdown="1">**نص** [رابط](javascript:alert(1)) ![صورة](http://example.com/x.png)</p>

\t```html\n</div></article>\n```\r
~~~ *** ___ `` ` | a | b |\n|---|---|\n[1]: http://example.com\n"""


def test_a_strict_build_has_no_warning(site: Site) -> None:
    assert "WARNING" not in site.said
    assert "ERROR" not in site.said


def test_no_step_of_a_date_is_told_twice(site: Site) -> None:
    timeline = (site.folder / "timeline" / "index.html").read_text(encoding="utf-8")
    derivations = re.findall(r"isnad-steps.*?</ol>", timeline, re.DOTALL)
    assert derivations
    for derivation in derivations:
        told = re.split("<li>", derivation)[1:]
        assert len(told) == len(set(told))


def test_every_part_of_the_site_is_there(site: Site) -> None:
    parts = ("index", "timeline/index", "entities/index", "quotations/index", "numbers/index", "method", "data/index")
    assert [part for part in parts if not (site.folder / f"{part}.html").is_file()] == []
    assert site.articles()
    assert [name for name in site.articles() if not (site.folder / "articles" / f"{name}.html").is_file()] == []


def test_a_second_build_writes_no_page_again(project: Path) -> None:
    run(project, "python", str(_script()))
    before = _written(project)
    said = run(project, "mkdocs", "build", "--strict")
    assert " 0 written" in said
    assert _written(project) == before


def _written(project: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in (project / "docs").rglob("*") if path.is_file()}


def _script() -> Path:
    return Path(__file__).parents[2] / "scripts" / "build.py"


def test_a_file_that_people_wrote_stays(project: Path) -> None:
    own = project / "docs" / "articles" / "own-page.md"
    own.parent.mkdir(exist_ok=True)
    own.write_text("# صفحة كتبها إنسان\n", encoding="utf-8")
    run(project, "python", str(_script()))
    run(project, "python", str(_script()))
    assert own.read_text(encoding="utf-8") == "# صفحة كتبها إنسان\n"


def test_an_article_that_is_gone_takes_its_page_with_it(project: Path) -> None:
    extra = project / "seeds" / "extra.txt"
    extra.write_text("وصل الوفد إلى بيروت أمس.\n", encoding="utf-8")
    run(project, "python", str(_script()))
    assert (project / "docs" / "articles" / "extra.md").is_file()
    extra.unlink()
    run(project, "python", str(_script()))
    assert not (project / "docs" / "articles" / "extra.md").exists()


def test_bad_input_ends_the_build_with_one_message(project: Path) -> None:
    (project / "seeds" / "bad.txt").write_text("وصل الوفد أمس.\n", encoding="utf-8")
    (project / "seeds" / "bad.yml").write_text("title: خبر\npublished: 31/2/2020\n", encoding="utf-8")
    said = run(project, "mkdocs", "build", status=1)
    assert "seeds/bad.yml:2" in said
    assert "31/2/2020" in said
    assert "Traceback" not in said
    alone = run(project, "python", str(_script()), status=2)
    assert "seeds/bad.yml:2" in alone
    assert "Traceback" not in alone


def test_the_build_script_teaches_its_use(tmp_path: Path) -> None:
    said = run(tmp_path, "python", str(_script()), "--help")
    assert "--seeds" in said
    assert "--docs" in said


def test_an_article_of_ones_own_joins_the_site(project: Path) -> None:
    (project / "seeds" / "own.txt").write_text("وصل المخرج سليم الحداد الثلاثاء الماضي إلى بيروت.\n", encoding="utf-8")
    (project / "seeds" / "own.yml").write_text("title: مخرج في بيروت\npublished: 2021-02-18\n", encoding="utf-8")
    run(project, "mkdocs", "build", "--strict")
    assert "مخرج في بيروت" in page(project / "site" / "articles" / "own.html").text()
    timeline = page(project / "site" / "timeline" / "index.html")
    assert {node.attributes.get("datetime") for node in timeline.all("time")} & {"2021-02-16"}


EMPTY = {
    "index": "لا مقالات بعد",
    "timeline/index": "لا أحداث بعد",
    "entities/index": "لا أسماء بعد",
    "quotations/index": "لا أقوال بعد",
    "numbers/index": "لا أرقام بعد",
    "articles/index": "لا مقالات بعد",
}


def test_a_dossier_without_articles_says_so(project: Path) -> None:
    for path in (project / "seeds").glob("*"):
        path.unlink()
    run(project, "mkdocs", "build", "--strict")
    texts = {name: page(project / "site" / f"{name}.html").text() for name in EMPTY}
    assert {name for name, words in EMPTY.items() if f"{words}." not in texts[name]} == set()


def test_an_article_without_anything_to_mark_has_no_empty_parts(project: Path) -> None:
    (project / "seeds" / "bare.txt").write_text("سطر واحد لا شيء فيه.\n", encoding="utf-8")
    run(project, "mkdocs", "build", "--strict")
    root = page(project / "site" / "articles" / "bare.html")
    assert not [node for node in root.all(of="isnad-inside") if not node.text().strip()]
    assert not list(root.all(of="isnad-legend"))
    assert "في هذا المقال" not in root.text()


def test_an_article_of_hostile_text_is_published_exactly(project: Path) -> None:
    (project / "seeds" / "hostile.txt").write_bytes(HOSTILE.encode())
    run(project, "mkdocs", "build", "--strict")
    root = page(project / "site" / "articles" / "hostile.html")
    assert article_text(root) == HOSTILE
    (box,) = root.all(of="isnad-text")
    assert not {"script", "img", "table", "pre"} & {node.tag for node in box.all()}


def test_the_search_index_holds_the_article(site: Site) -> None:
    shards = (site.folder / "assets/isnad/search").glob("d*.js")
    held = "".join(path.read_text(encoding="utf-8") for path in (site.folder / "search/search_index.json", *shards))
    titles = [next(page(site.folder / "articles" / f"{name}.html").all("h1")).text() for name in site.articles()]
    assert [title for title in titles if json.dumps(title, ensure_ascii=False) not in held] == []


def test_the_successor_builder_gives_a_readable_site(project: Path) -> None:
    """Zensical knows no MkDocs plugins: the pages come from the build script, the look from the same mkdocs.yml."""
    (project / "seeds" / "hostile.txt").write_bytes(HOSTILE.encode())
    run(project, "python", str(_script()))
    said = run(project, "zensical", "build")
    assert "rror" not in said
    for name in Site(project, said).articles():
        root = page(project / "site" / "articles" / f"{name}.html")
        (html,) = root.all("html")
        assert html.attributes["dir"] == "rtl"
        assert article_text(root).encode() == (project / "seeds" / f"{name}.txt").read_bytes()
        assert any("isnad.css" in link for link in loaded(root))
        assert not {link for link in loaded(root) if urlsplit(link).netloc}


def test_a_site_with_an_address_has_feeds_and_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "https://example.org/isnad/"
    monkeypatch.setenv("ISNAD_SITE_URL", address)
    project = project_copy(tmp_path)
    run(project, "mkdocs", "build", "--strict")
    site = project / "site"
    items = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]
    assert items
    for item in items:
        path = site / unquote(item["url"].removeprefix(address))
        root = page(path)
        said = {node.attributes.get("property"): node.attributes.get("content", "") for node in root.all("meta")}
        assert said["og:title"] == item["title"]
        assert said["og:description"] == item["content_text"]
        assert (site / unquote(said["og:image"].removeprefix(address))).is_file()
        (script,) = (node for node in root.all("script") if node.attributes.get("type") == "application/ld+json")
        assert json.loads(script.text())["headline"] == item["title"]
        feeds = [node.attributes["href"] for node in root.all("link") if "title" in node.attributes]
        assert [(path.parent / feed).is_file() for feed in feeds] == [True, True]
