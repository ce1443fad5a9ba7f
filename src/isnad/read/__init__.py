"""Reading in: bytes become an Article, text exactly as received, metadata typed and checked. No language work."""

from isnad.read.articles import read_article, read_dossier
from isnad.read.lines import parse_line

__all__ = ["parse_line", "read_article", "read_dossier"]
