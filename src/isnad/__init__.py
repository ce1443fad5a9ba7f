"""Isnad: Arabic news articles as an annotated site. When, who, where, who said so, and why we think so."""

__version__ = "0.1.0"
