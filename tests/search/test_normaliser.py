"""One normaliser in two languages: the same vectors, and the same answers for every word of our texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.arabic.letters import is_arabic
from isnad.search import script
from isnad.search.normaliser import romanised, rules, shape, skeleton, sound, stems, tokens
from tests.cases import cases
from tests.search.browser_script import evaluated

HERE = Path(__file__).parent
VECTORS = cases(HERE / "vectors.jsonl")
IN_BROWSER = """INPUT.map((word) => {
  const form = tokens(word)[0]?.form ?? "";
  const arabic = form && isArabic(form[0]);
  return { form, stems: form ? [...stems(form).keys()] : [], skeleton: skeleton(form),
           shape: arabic ? shape(form) : "", latin: arabic ? romanised(form) : "" };
})"""


def in_python(word: str) -> dict[str, Any]:
    found = tokens(word)
    form = found[0].form if found else ""
    arabic = bool(form) and is_arabic(form[0])
    return {
        "form": form,
        "stems": [stem.text for stem in stems(form)] if form else [],
        "skeleton": skeleton(form),
        "shape": shape(form) if arabic else "",
        "latin": romanised(form) if arabic else "",
    }


@pytest.mark.parametrize("case", VECTORS)
def test_a_word_is_taken_apart(case: dict[str, Any]) -> None:
    assert in_python(case["text"]) == {key: case[key] for key in in_python(case["text"])}


def test_the_browser_takes_the_same_words_apart_the_same_way() -> None:
    words = [case["text"] for (case,) in (vector.values for vector in VECTORS)]
    assert evaluated(script.normaliser(), IN_BROWSER, words) == [in_python(word) for word in words]


def test_the_browser_agrees_on_every_word_of_our_texts() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (*HERE.glob("*.jsonl"), *HERE.parents[1].glob("seeds/*.txt"))]
    words = sorted({text[start:end] for text in texts for _, start, end in tokens(text)})
    assert len(words) > 1000
    theirs = evaluated(script.normaliser(), IN_BROWSER, words)
    different = [(word, found) for word, found in zip(words, theirs, strict=True) if found != in_python(word)]
    assert different == []


def test_the_browser_finds_the_same_words_in_a_text() -> None:
    text = (HERE / "corpus.jsonl").read_text(encoding="utf-8")
    theirs = evaluated(script.normaliser(), "tokens(INPUT).map((t) => [t.form, t.start, t.end])", text)
    assert theirs == [list(token) for token in tokens(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("صاروخ", "صواريخ"), ("جندي", "جنود"), ("هجوم", "هجمات"), ("طبيب", "أطباء"), ("Solimani", "soleimany")],
)
def test_forms_of_one_word_share_a_skeleton(one: str, other: str) -> None:
    skeletons = [{skeleton(stem.text) for stem in stems(tokens(word)[0].form)} for word in (one, other)]
    assert skeletons[0] & skeletons[1]


@pytest.mark.parametrize(("latin", "arabic"), [("Gurnah", "قرنح"), ("Khashoggi", "خاشقجي"), ("Baghdad", "بغداد")])
def test_a_name_in_latin_letters_sounds_like_itself(latin: str, arabic: str) -> None:
    assert sound(skeleton(tokens(latin)[0].form)) == sound(romanised(tokens(arabic)[0].form))


def test_shapes_are_written_as_shapes() -> None:
    for pair in rules()["shapes"]:
        assert len(pair) == 2
        for one in pair:
            assert set(one) <= set("1234" + rules()["weak"]), one
