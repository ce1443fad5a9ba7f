"""An article as JSON-LD: what it is, whom it names, and no day that its source does not state."""

from dataclasses import replace

from isnad.article import Publication
from isnad.dossier import collect
from isnad.export.news_article import news_article
from tests.samples import sample_annotation, sample_article


def test_it_names_the_article_and_what_it_mentions() -> None:
    dossier = collect([(sample_article(), sample_annotation())], {})
    found = news_article(dossier.articles[0], dossier.entities or {}, "وصف")
    assert (found["@type"], found["headline"], found["inLanguage"]) == ("NewsArticle", sample_article().title, "ar")
    assert {"@type": "Person", "name": "سلمى الحداد"} in found["mentions"]


def test_an_inferred_day_is_not_given_as_the_day() -> None:
    article = sample_article()
    assert article.publication.date
    for by, given in (("stated", True), ("inferred", False), ("unknown", False)):
        dated = replace(article, publication=Publication(date=article.publication.date, by=by))  # type: ignore[arg-type]
        dossier = collect([(dated, sample_annotation())], {})
        assert ("datePublished" in news_article(dossier.articles[0], dossier.entities or {}, "")) == given
