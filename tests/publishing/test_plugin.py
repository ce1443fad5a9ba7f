"""The MkDocs plugin by itself: what it passes on, and that bad input becomes MkDocs' own error."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from isnad import mkdocs_plugin
from isnad.errors import IsnadError
from isnad.mkdocs_plugin import IsnadPlugin
from isnad.pages import Report
from isnad.site import Built

BUILT = Built(articles=1, entities=2, dated=3, undated=4, files=Report(written=5, unchanged=6, removed=7))


def _plugin(config: MkDocsConfig, **options: str) -> IsnadPlugin:
    plugin = IsnadPlugin()
    assert plugin.load_config(dict(options), config.config_file_path) == ([], [])
    return plugin


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: mkdocs\nplugins: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return load_config(str(tmp_path / "mkdocs.yml"))


def test_it_asks_for_the_pages_of_seeds_beside_the_configuration(
    config: MkDocsConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[object, object]] = []

    def record(*positional: Path, **named: Path | None) -> Built:
        calls.append((positional, named))
        return BUILT

    monkeypatch.setattr(mkdocs_plugin, "build_docs", record)
    _plugin(config).on_pre_build(config=config)
    _plugin(config, seeds="news", cache="").on_pre_build(config=config)
    assert calls == [
        ((Path("seeds"), tmp_path / "docs"), {"cache": Path(".cache/isnad"), "site": None}),
        ((Path("news"), tmp_path / "docs"), {"cache": None, "site": None}),
    ]


def test_bad_input_becomes_an_error_of_mkdocs(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Built:
        raise IsnadError("found «x»", "seeds/a.yml", 3, mend="Write y.")

    monkeypatch.setattr(mkdocs_plugin, "build_docs", fail)
    with pytest.raises(PluginError, match=r"seeds/a\.yml:3: found «x»\n  Write y\."):
        _plugin(config).on_pre_build(config=config)


def test_an_option_that_is_unknown_is_said(config: MkDocsConfig) -> None:
    _, warnings = IsnadPlugin().load_config({"seed": "news"}, config.config_file_path)
    assert [key for key, _ in warnings] == ["seed"]
