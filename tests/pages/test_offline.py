"""The site without a network: what browsers keep of it, and what goes into the archive."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from isnad.pages import offline

PAGE = """<html dir="rtl"><head><title>أخبار &amp; شروح</title>
<link rel="stylesheet" href="a.css"></head><body>نص</body></html>"""
FILES = {
    "index.html": PAGE,
    "404.html": PAGE,
    "articles/index.html": PAGE,
    "articles/a.html": PAGE,
    "assets/isnad/isnad.css": "",
    "assets/isnad/search/worker.js": "",
    "assets/isnad/search/d12.js": "",
    "assets/javascripts/bundle.js.map": "",
    "assets/javascripts/lunr/wordcut.js": "",
    "search/search_index.json": "{}",
    "search/search_index.js": "var __index = {}",
    "sitemap.xml": "",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(content, encoding="utf-8")
    return tmp_path / "site"


def _kept(worker: str) -> Any:
    found = re.search(r"const KEPT = (\[.*?\]);", worker)
    assert found is not None
    return json.loads(found.group(1))


def test_a_small_site_is_kept_whole(site: Path) -> None:
    left_out = {"assets/javascripts/bundle.js.map", "assets/javascripts/lunr/wordcut.js", "sitemap.xml"}
    assert set(_kept(offline.service_worker(site))) == set(FILES) - left_out - {"search/search_index.js"}


def test_of_a_large_site_is_kept_what_every_page_needs(site: Path) -> None:
    (site / "articles/long.html").write_bytes(b" " * 7_000_000)
    kept = _kept(offline.service_worker(site))
    assert {"index.html", "404.html", "articles/index.html", "assets/isnad/search/worker.js"} <= set(kept)
    assert not {"articles/a.html", "articles/long.html", "assets/isnad/search/d12.js"} & set(kept)


def test_another_build_has_another_version(site: Path) -> None:
    before = offline.service_worker(site)
    assert offline.service_worker(site) == before
    (site / "articles/a.html").write_text("x", encoding="utf-8")
    assert offline.service_worker(site).splitlines()[0] != before.splitlines()[0]


def test_the_archive_has_a_start_page_and_what_a_folder_needs(site: Path, tmp_path: Path) -> None:
    number = offline.bundle(site, tmp_path / "out" / "news.zip")
    with zipfile.ZipFile(tmp_path / "out" / "news.zip") as archive:
        names = archive.namelist()
        start, page = (archive.read(f"news/{name}").decode() for name in ("start.html", "site/articles/a.html"))
    assert len(names) == number
    assert "<title>أخبار &amp; شروح</title>" in start
    assert 'href="site/index.html"' in start
    assert 'href="a.css"' in page
    assert "news/site/search/search_index.js" in names
    assert not [name for name in names if name.endswith((".json", ".map", ".xml"))]
