"""Article files: one by itself, or all of a folder with their sidecars. A folder is read whole or not at all."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from isnad.article import Article, Proposed
from isnad.errors import IsnadError, raise_all
from isnad.read.plain_text import exact_text
from isnad.read.sidecar import with_sidecar
from isnad.recognizers.spans import SUFFIX, read_spans

# What else may lie in seeds/: the dossier's own knowledge. `index` would hide the folder's own page on the site.
KNOWLEDGE = ("entities", "identities")  # files of the whole dossier, which belong to no article
_RESERVED = (*KNOWLEDGE, "index")
_ID = re.compile(r"\w+(?:[-.]\w+)*")
_TITLE_LENGTH = 80


def read_article(path: Path) -> Article:
    """The article in the text file at `path`, with what the .yml of the same name says, where there is one.

    Raises IsnadError. Without a sidecar the title is the first words, and the day of publication is unknown.
    """
    text = exact_text(_bytes(path), path)
    article = Article(
        id=path.stem, text=text, title=title_of(text) or path.stem, proposed=_proposed(path, text), path=path
    )
    sidecar = path.with_suffix(".yml")
    if sidecar == path or not sidecar.is_file():
        return article
    return with_sidecar(article, sidecar, _bytes(sidecar))


def _proposed(path: Path, text: str) -> tuple[Proposed, ...]:
    """What another recogniser found, where its file lies beside the text."""
    beside = path.with_suffix(SUFFIX)
    return read_spans(beside, text) if beside.is_file() else ()


def read_dossier(seeds: Path) -> tuple[Article, ...]:
    """All articles of the folder, in the order of their names. Raises one IsnadError with all that is wrong."""
    texts, problems = _texts(seeds)
    articles: list[Article] = []
    for path in texts:
        try:
            articles.append(read_article(path))
        except IsnadError as problem:
            problems.append(problem)
    raise_all(problems)
    return tuple(articles)


def title_of(text: str) -> str:
    """The first line that says something, cut after a word where it is longer than a title."""
    line = next((line.strip() for line in text.splitlines() if line.strip("\N{BOM} \t")), "").lstrip("\N{BOM}")
    if len(line) <= _TITLE_LENGTH:
        return line.rstrip(".")
    cut = line[: _TITLE_LENGTH + 1].rpartition(" ")[0] or line[:_TITLE_LENGTH]
    return cut.rstrip("،,؛: ") + "…"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise IsnadError("is not there.", path, mend="Give the path of a text file.") from None
    except IsADirectoryError:
        raise IsnadError("is a folder.", path, mend="Give the path of a text file in it.") from None
    except OSError as problem:
        raise IsnadError(f"cannot be read: {problem.strerror}.", path, mend="Check the file's permissions.") from None


def _texts(seeds: Path) -> tuple[list[Path], list[IsnadError]]:
    """The article files of the folder, and what is wrong with the names of all files in it."""
    if not seeds.is_dir():
        raise IsnadError("is not a folder.", seeds, mend="Give the folder that holds the articles (NAME.txt).")
    files = sorted(path for path in seeds.iterdir() if not path.name.startswith("."))
    texts = [path for path in files if path.suffix == ".txt"]
    names = {path.stem for path in texts}
    problems = [problem for path in files if (problem := _misnamed(path, names))]
    return texts, problems + _same_names(texts)


def _misnamed(path: Path, names: set[str]) -> IsnadError | None:
    if path.suffix == ".txt":
        return _bad_id(path)
    if path.suffix == ".yaml":
        return IsnadError("ends in .yaml.", path, mend=f"Rename it to {path.with_suffix('.yml').name}.")
    if path.suffix == ".yml" and path.stem not in KNOWLEDGE and path.stem not in names:
        return IsnadError(
            "has no text beside it.", path, mend=f"Put the article into {path.stem}.txt, or remove this file."
        )
    return None


def _bad_id(path: Path) -> IsnadError | None:
    if path.stem in _RESERVED:
        return IsnadError(f"is named «{path.stem}», which the site needs itself.", path, mend="Rename the article.")
    if _ID.fullmatch(path.stem):
        return None
    better = "-".join(re.findall(r"\w+", path.stem)) or "article"
    mend = f"Rename it with letters, digits, hyphens and dots alone, for example to {better}.txt."
    return IsnadError("has a name that makes no web address.", path, mend=mend)


def _same_names(texts: list[Path]) -> list[IsnadError]:
    """Names that are one and the same where case or composed letters do not count, as on many disks and hosts."""
    first: dict[str, Path] = {}
    problems = []
    for path in texts:
        known = first.setdefault(unicodedata.normalize("NFC", path.stem).casefold(), path)
        if known is not path:
            message = f"has the same id as {known.name} where upper and lower case are one."
            problems.append(IsnadError(message, path, mend="Rename one of them."))
    return problems
