"""The files of search below docs/: the script, and the index of a dossier in shards."""

from __future__ import annotations

import json
from collections.abc import Iterator

from isnad.dossier.model import Dossier
from isnad.pages.page import Page
from isnad.search import documents, index, script

FOLDER = "assets/isnad/search"
ROOT = f"{FOLDER}/root.json"


def files(dossier: Dossier) -> Iterator[Page]:
    """The script with its rules, the style, the root of the index, and its shards."""
    yield Page.of_text(f"{FOLDER}/worker.js", script.worker())
    yield Page.of_text(f"{FOLDER}/start.js", script.start())
    yield Page.of_text(f"{FOLDER}/search.css", script.style())
    yield from index_files(index.make(documents.entities(dossier), documents.articles(dossier)))


def index_files(made: index.Index) -> Iterator[Page]:
    """An index as files. A shard is a script that hands over its value, so that it loads from a disk as well."""
    yield Page.of_text(ROOT, json.dumps(made.root, ensure_ascii=False, separators=(",", ":")))
    for name, shard in made.shards.items():
        yield Page.of_text(f"{FOLDER}/{name}.js", f'isnadShard("{name}",{shard})\n')
