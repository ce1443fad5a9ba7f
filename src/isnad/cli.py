"""The command line. Thin: it reads arguments, calls the library, prints; heavy imports wait until they are needed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from isnad import __version__
from isnad.errors import IsnadError

if TYPE_CHECKING:
    from isnad.article import Article

FILES = click.Path(path_type=Path)


class Day(click.ParamType[date]):
    """A calendar day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or click's usage error with what was found and what was expected."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"found «{value}», which is not a day; write it as 2020-03-31.", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
def cli() -> None:
    """Arabic news articles, annotated: when, who, where, who said so, and why we think so.

    \b
    A first look:   isnad show seeds/patriot-iraq.txt
    For programs:   isnad annotate seeds/patriot-iraq.txt
    The pages:      isnad build, then mkdocs build
    """


@cli.command()
@click.argument("files", nargs=-1, type=FILES)
@click.option("--lines", is_flag=True, help="Read JSON lines {id, text, published, policy} from standard input.")
@click.option("--published", type=Day(), help="The publication day, in place of what the sidecar says.")
@click.option("--automatic", is_flag=True, help="Leave the editor's corrections out.")
@click.option("--jobs", default=1, show_default=True, help="Processes; the order is kept.")
def annotate(files: tuple[Path, ...], lines: bool, published: date | None, automatic: bool, jobs: int) -> None:
    """Print one JSON object for each article, a line each.

    FILES are plain texts; NAME.yml beside NAME.txt gives the publication date and the corrections.

    \b
    isnad annotate seeds/*.txt > annotations.jsonl
    isnad annotate --published 2020-04-01 article.txt
    echo '{"id": "1", "text": "وصل الاثنين الماضي", "published": "2020-04-01"}' | isnad annotate --lines
    """
    from isnad import streams

    if bool(files) == lines:
        raise click.UsageError("Give either FILES or --lines (JSON lines on standard input).")
    if lines:
        sys.exit(streams.annotate_lines(sys.stdin.buffer, sys.stdout.buffer, jobs))
    for article in _articles(files, published):
        sys.stdout.write(streams.line_of(streams.finished(article, automatic=automatic)))


@cli.command()
@click.argument("files", nargs=-1, required=True, type=FILES)
@click.option("--published", type=Day(), help="The publication day, in place of what the sidecar says.")
@click.option("--automatic", is_flag=True, help="Leave the editor's corrections out.")
@click.option("--layers", default="", help="Only these, of: mention,time,quotation,event,quantity.")
def show(files: tuple[Path, ...], published: date | None, automatic: bool, layers: str) -> None:
    """Show an article in the terminal, coloured by layer, with the reasoning of each date.

    \b
    isnad show seeds/patriot-iraq.txt
    isnad show --published 2021-06-15 seeds/patriot-iraq.txt     what if it had appeared on another day?
    """
    from isnad import streams, terminal

    wanted = terminal.layers(layers)
    for article in _articles(files, published):
        terminal.show(article, streams.finished(article, automatic=automatic), wanted)


@cli.command()
@click.argument("files", nargs=-1, required=True, type=FILES)
@click.option("--options", "settings", required=True, type=FILES, help="TOML: the recogniser, its model, its labels.")
def spans(files: tuple[Path, ...], settings: Path) -> None:
    """Find names with another recogniser and write NAME.spans.jsonl beside each article.

    What stands there is heard with our own model wherever the article is annotated or built, also on a machine that has
    neither that recogniser nor a network.

    \b
    isnad spans --options camel.toml seeds/*.txt
    """
    from isnad import recognizers, terminal
    from isnad.recognizers.spans import written

    options = recognizers.read_options(settings)
    for path, count in written(_articles(files, None), recognizers.load(options), options):
        terminal.show_spans(path, count)


@cli.command(name="date")
@click.argument("files", nargs=-1, required=True, type=FILES)
def date_(files: tuple[Path, ...]) -> None:
    """Weigh the evidence of when an article appeared, and propose days with the reasons. Nothing is changed."""
    from isnad import terminal, times

    for article in _articles(files, None):
        terminal.show_candidates(article, times.candidates(article.text))


@cli.command()
@click.argument("file", type=FILES)
@click.option("--published", type=Day(), required=True, help="The day on which it might have appeared.")
@click.option("--automatic", is_flag=True, help="Leave the editor's corrections out.")
def reanchor(file: Path, published: date, automatic: bool) -> None:
    """Print how the dates of an article's events would move had it appeared on another day. Nothing is changed.

    \b
    isnad reanchor --published 2020-03-31 seeds/patriot-iraq.txt
    """
    from isnad import streams
    from isnad.reanchor import difference

    before, after = (streams.article_of(file, day) for day in (None, published))
    annotations = (streams.finished(article, automatic=automatic) for article in (before, after))
    for line in difference(*annotations):
        click.echo(line)


@cli.command()
@click.option("--seeds", type=FILES, default="seeds", show_default=True, help="The folder of the articles.")
@click.option("--docs", type=FILES, default="docs", show_default=True, help="The folder that the pages go to.")
@click.option("--jobs", type=int, help="Processes [default: by the number of articles].")
@click.option("--no-cache", is_flag=True, help="Annotate every article anew.")
def build(seeds: Path, docs: Path, jobs: int | None, no_cache: bool) -> None:
    """Write the pages of all articles: what `mkdocs build` does first, and `scripts/build.py` does alone.

    Only pages that changed are written, and only pages that were written by this are ever removed.

    \b
    isnad build                                  the articles of seeds/, into docs/
    isnad build --seeds news --docs pages        other folders
    python scripts/build.py && zensical build    with a builder that knows no MkDocs plugins
    """
    from isnad import site, terminal

    with terminal.progress() as progress:
        built = site.build_docs(seeds, docs, cache=None if no_cache else _cache(seeds), jobs=jobs, progress=progress)
    terminal.show_built(built)


@cli.command()
@click.option("--seeds", type=FILES, default="seeds", show_default=True, help="The folder of the articles.")
def check(seeds: Path) -> None:
    """Read all articles, sidecars and corrections, and say what is wrong; nothing is written."""
    from isnad import site, terminal

    with terminal.progress() as progress:
        dossier = site.load_dossier(seeds, cache=_cache(seeds), progress=progress)
    terminal.show_checked(dossier)


def main(command: click.Command = cli) -> None:
    """The entry point: runs the command line, or one command of it; bad input ends with one message and status 2."""
    try:
        command.main(standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except click.Abort:
        sys.exit(130)
    except IsnadError as problem:
        click.echo(f"isnad: {problem}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output went away («| head»): that is no error, and Python must not say so at exit.
        sys.stderr.close()
        sys.exit(0)


def _cache(seeds: Path) -> Path:
    return seeds.resolve().parent / ".cache" / "isnad"


def _articles(files: tuple[Path, ...], published: date | None) -> list[Article]:
    from isnad import streams

    return [streams.article_of(path, published) for path in files]


if __name__ == "__main__":
    main()
