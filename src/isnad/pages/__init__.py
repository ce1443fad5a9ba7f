"""Pages: a dossier becomes Markdown files and data files under docs/. No language work happens here."""

from isnad.pages.page import Page
from isnad.pages.render import render
from isnad.pages.theme_files import assets
from isnad.pages.write import Report, generated, write

__all__ = ["Page", "Report", "assets", "generated", "render", "write"]
