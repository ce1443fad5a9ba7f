"""The index: what is in it, under what, and in what pieces."""

from __future__ import annotations

import json
from typing import Any

from isnad.dossier import collect
from isnad.dossier.model import Dossier, EntityInfo, EntityRecord
from isnad.entities import load_knowledge
from isnad.search import documents, english, index, script
from isnad.search.documents import Document, Mark
from isnad.search.files import ROOT, files, index_files
from isnad.search.headings import sections
from isnad.search.index import make
from isnad.search.postings import Posting, encoded
from isnad.search.root import joined
from tests import samples
from tests.search.browser_script import evaluated

SALMA = EntityInfo("salma", "person", "سلمى الحداد", "Salma Haddad", ("الحداد",), known=True)


def _dossier() -> Any:
    pairs = [(samples.sample_article(), samples.sample_annotation())]
    return collect(pairs, {"salma": SALMA})


def _groups(made: index.Index) -> dict[str, str]:
    inline: Any = made.root["inline"]
    groups: dict[str, str] = inline["t0"]
    return groups


def test_entities_come_first_then_titles_and_sentences() -> None:
    dossier = _dossier()
    names = [document.title for document in documents.entities(dossier)]
    assert names[0] == "سلمى الحداد"  # named twice
    found = list(documents.articles(dossier))
    assert [(one.title, one.fragment) for one in found][:2] == [("معرض بيروت", ""), ("", "p1-s1")]


def test_an_entity_without_a_page_leads_to_its_sentence() -> None:
    beirut = next(one for one in documents.entities(_dossier()) if one.entity == "beirut")
    assert (beirut.page, beirut.fragment) in {("entities/beirut.html", ""), ("articles/maarad.html", "p1-s1")}


def test_a_resolved_day_is_found_by_its_day_month_year_and_hijri_month() -> None:
    sentence = next(one for one in documents.articles(_dossier()) if one.fragment == "p1-s1")
    mark = next(mark for mark in sentence.marks if mark.label)
    assert sentence.whole[mark.start : mark.end] == "الاثنين الماضي"
    assert {"@2021-11-29", "@2021-11", "@2021", "@-11", "@h1443-04"} <= set(mark.keys)
    assert "29 تشرين الثاني/نوفمبر 2021" in mark.label


def test_forms_of_a_word_lie_together() -> None:
    made = make((), [Document("a.html", "", text="صاروخ وصواريخ")])
    assert [entry.split(",")[0] for entry in _groups(made)["صرخ"].split(";")] == ["صاروخ", "وصواريخ"]


def test_too_common_words_are_left_out() -> None:
    groups = _groups(make((), [Document("a.html", "", text="في البيت")]))
    assert [entry.split(",")[0] for text in groups.values() for entry in text.split(";")] == ["البيت"]


def test_marks_of_a_document_lead_to_the_entity_by_its_number() -> None:
    salma = Document("entities/salma.html", "", title="سلمى", entity="salma")
    sentence = Document("a.html", "", text="قالت سلمى", marks=(Mark(6, 10, ("=salma",)),))
    groups = _groups(make([salma], [sentence]))
    assert groups["=0"] == f",0,0,{encoded([Posting(1, 9)])}"


def test_the_browser_reads_the_places_that_we_write() -> None:
    places = [Posting(0, 0), Posting(0, 7, True), Posting(3, 40), Posting(5000, 12_345, True)]
    numbers = evaluated(_engine(), "numbers(INPUT)", encoded(places))
    assert numbers == [0, 0, 0, 15, 3, 80, 4997, 24_691]


def test_a_large_index_is_cut_into_shards_that_hold_it_all() -> None:
    texts = [f"كلمة{n} مدينة{n} {'شارع طويل ' * 8}" for n in range(2000)]
    made = make((), [Document(f"a{n}.html", "t", text=text) for n, text in enumerate(texts)])
    assert "inline" not in made.root
    assert max(len(shard.encode()) for name, shard in made.shards.items()) < 3 * index.SHARD
    held = [document for name, shard in made.shards.items() if name[0] == "d" for document in json.loads(shard)[1]]
    assert [document[3] for document in held] == texts
    names = {page.path.rsplit("/", 1)[1] for page in index_files(made)}
    assert names == {"root.json", *(f"{name}.js" for name in made.shards)}


def test_the_same_dossier_gives_the_same_files() -> None:
    assert list(files(_dossier())) == list(files(_dossier()))


def test_the_theme_gets_both_indexes_for_a_server_and_for_a_disk() -> None:
    root = json.loads(next(page.content for page in files(_dossier()) if page.path == ROOT))
    found = joined(root, sections("<h1>ع</h1><p>س</p>", "x.html", "ع"), {"separator": " "})
    value = json.loads(found["search_index.json"])
    assert value["config"] == {"separator": " "}
    assert [part["documents"] for part in value["docs"]] == [root["documents"], 1]
    assert found["search_index.js"] == f"var __index = {found['search_index.json']}\n"


def test_sections_are_found_by_their_headings() -> None:
    html = """<h1 id="x">كيف يعمل<a class="headerlink" href="#x">#</a></h1><p>يقرأ المقال.</p>
      <h2 id="dates">التواريخ</h2><p>ترد <b>كل</b> عبارة.</p><pre>رمز</pre>"""
    found = sections(html, "method.html", "كيف")
    assert [(one.fragment, one.title, one.text) for one in found] == [
        ("", "كيف يعمل", "يقرأ المقال."),
        ("dates", "التواريخ", "ترد كل عبارة."),
    ]


def test_the_table_of_english_names_is_of_what_the_knowledge_has_and_adds_to_it() -> None:
    known = load_knowledge(None).entities
    for entity, others in english.names().items():
        assert entity in known, entity
        assert not {known[entity].name_en, *known[entity].aliases} & set(others), entity
        assert not {"".join(word[0] for word in (known[entity].name_en or "").split())} & set(others), entity


def test_an_entity_is_found_by_what_else_english_calls_it() -> None:
    info = EntityInfo("united-states", "place", "الولايات المتحدة", "United States", known=True)
    (found,) = documents.entities(Dossier(entities={info.id: EntityRecord(info, ())}))
    assert found.text.split(" · ")[:2] == ["United States", "USA"]


def test_a_title_keeps_its_letters_where_markup_could_hide() -> None:
    made = make((), [Document("a.html", "", title="<b>س</b> & ص")])
    text = json.dumps(made.root, ensure_ascii=False)
    assert "<b>س</b> & ص" in text  # the script escapes what it shows: see the browser's test


def _engine() -> str:
    return script.worker().removeprefix("(()=>{\n").rpartition("if (typeof document")[0]
