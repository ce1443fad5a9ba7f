"""The MkDocs plugin. Thin: before each build it has the pages written into docs/, as scripts/build.py does alone.

After it, the index of search takes the place of the theme's own.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from isnad import search
from isnad.errors import IsnadError
from isnad.export.feeds import Site
from isnad.pages import generated, offline
from isnad.pages.mends import mended
from isnad.pages.sheets import joined
from isnad.site import build_docs

log = get_plugin_logger("isnad")
_OF_THEME = re.compile(r"assets/stylesheets/(main|palette)\.\w+\.min\.css")


class IsnadConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may set; both paths are relative to it.

    seeds: the folder of the articles. cache: where annotations are kept by content hash; "" for nowhere.
    offline: whether browsers keep the site for reading without a network (a service worker).
    """

    seeds = config_options.Type(str, default="seeds")
    cache = config_options.Type(str, default=".cache/isnad")
    offline = config_options.Type(bool, default=False)


class IsnadPlugin(BasePlugin[IsnadConfig]):  # type: ignore[no-untyped-call]
    """Writes the pages of seeds/ into docs_dir before MkDocs looks for files there, and their search index after."""

    generated: frozenset[str] = frozenset()
    sections: tuple[search.Document, ...] = ()

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages that changed. Bad input ends the build with its message and no traceback."""
        root = _short(Path(config.config_file_path).parent)
        cache = root / self.config.cache if self.config.cache else None
        try:
            built = build_docs(root / self.config.seeds, Path(config.docs_dir), cache=cache, site=_site(config))
        except IsnadError as problem:
            raise PluginError(str(problem)) from None
        self.generated, self.sections = generated(Path(config.docs_dir)), ()
        files = built.files
        log.info(
            "%d articles, %d entities, %d dated events; pages: %d written, %d unchanged, %d removed",
            *(built.articles, built.entities, built.dated, files.written, files.unchanged, files.removed),
        )

    @event_priority(-50)  # after plugins that add style sheets of their own
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Have one style sheet where the theme and mkdocs.yml name several; `main.html` asks for it."""
        sheets = [file for file in files if _OF_THEME.fullmatch(file.src_uri)]
        if not sheets or not config.theme.get("palette"):
            return files
        sheets.sort(key=lambda file: file.src_uri)
        sheets += [file for path in config.extra_css if (file := files.get_file_from_path(str(path)))]
        if len(sheets) != 2 + len(config.extra_css):
            return files
        path, text = joined((file.src_uri, file.content_string) for file in sheets)
        for file in sheets:
            files.remove(file)
        files.append(File.generated(config, path, content=text))
        config.extra["isnad_sheet"], config.extra_css = path, []
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take the sections of hand-written pages for our index; the theme's own index takes nothing."""
        page.meta["search"] = {"exclude": True}
        if page.file.src_uri not in self.generated:
            self.sections += tuple(search.sections(html, page.url, str(page.title or "")))
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend what the theme's templates lack."""
        return mended(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that stands for missing ones."""
        return mended(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-50)  # after the theme's search has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put our index where the theme's script looks for one, and a service worker where one is wanted."""
        self._put_index(config, Path(config.site_dir) / "search")
        if self.config.offline:
            text = offline.service_worker(Path(config.site_dir))
            (Path(config.site_dir) / offline.WORKER).write_text(text, encoding="utf-8")

    def _put_index(self, config: MkDocsConfig, folder: Path) -> None:
        theirs = folder / "search_index.json"
        if not theirs.is_file():
            return
        settings = json.loads(theirs.read_text(encoding="utf-8"))["config"]
        for name, text in search.joined(search.root_of(Path(config.docs_dir)), self.sections, settings).items():
            (folder / name).write_text(text, encoding="utf-8")


def _site(config: MkDocsConfig) -> Site | None:
    """What feeds call the site; None where mkdocs.yml gives no address."""
    if not config.site_url:
        return None
    return Site(config.site_url.rstrip("/") + "/", config.site_name, config.site_description or "")


def _short(folder: Path) -> Path:
    """The folder as its user would write it, so that a message names «seeds/x.yml» and not half of the disk."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
