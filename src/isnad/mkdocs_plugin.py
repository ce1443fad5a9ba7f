"""The MkDocs plugin. Thin: before each build it has the pages written into docs/, as scripts/build.py does alone."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger

from isnad.errors import IsnadError
from isnad.site import build_docs

log = get_plugin_logger("isnad")


class IsnadConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may set; both paths are relative to it.

    seeds: the folder of the articles. cache: where annotations are kept by content hash; "" for nowhere.
    """

    seeds = config_options.Type(str, default="seeds")
    cache = config_options.Type(str, default=".cache/isnad")


class IsnadPlugin(BasePlugin[IsnadConfig]):  # type: ignore[no-untyped-call]
    """Writes the pages of seeds/ into docs_dir before MkDocs looks for files there."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages that changed. Bad input ends the build with its message and no traceback."""
        root = _short(Path(config.config_file_path).parent)
        cache = root / self.config.cache if self.config.cache else None
        try:
            built = build_docs(root / self.config.seeds, Path(config.docs_dir), cache=cache)
        except IsnadError as problem:
            raise PluginError(str(problem)) from None
        files = built.files
        log.info(
            "%d articles, %d entities, %d dated events; pages: %d written, %d unchanged, %d removed",
            *(built.articles, built.entities, built.dated, files.written, files.unchanged, files.removed),
        )


def _short(folder: Path) -> Path:
    """The folder as its user would write it, so that a message names «seeds/x.yml» and not half of the disk."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
