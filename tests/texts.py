"""Texts for property tests: Arabic letters among everything that is known to break offsets and markup."""

from hypothesis import strategies as st

MARKS = "\N{ARABIC TATWEEL}\N{ARABIC FATHA}\N{ARABIC SHADDA}\N{RIGHT-TO-LEFT MARK}\N{ZERO WIDTH NON-JOINER}"
SPACES = ("\N{NO-BREAK SPACE}", "\N{LINE SEPARATOR}", "\ufeff", "\r\n", "\n\n", "\t", " ")
OTHERS = (*'«»“”"<&[`*_#؟.،0٣۷', "{{", "Al", "\ufefb", "\U0001f600")
WORDS = "قال الاثنين الماضي في بغداد وللخميس أكثر من العراق مسؤول إن آذار 2020 بعد".split()
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ "


def arabic_texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Words of the press, single letters and nasty characters in any order."""
    pieces = st.sampled_from(WORDS) | st.sampled_from([*MARKS, *SPACES, *OTHERS]) | st.sampled_from(LETTERS)
    return st.lists(pieces, max_size=max_size).map("".join)
