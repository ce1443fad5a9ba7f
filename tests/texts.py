"""Texts for property tests: Arabic letters among everything that is known to break offsets and markup."""

from hypothesis import strategies as st

NASTY = (
    "\N{ARABIC TATWEEL}", "\N{ARABIC FATHA}", "\N{ARABIC SHADDA}", "\N{RIGHT-TO-LEFT MARK}", "\N{ZERO WIDTH NON-JOINER}",
    "\N{NO-BREAK SPACE}", "\N{LINE SEPARATOR}", "\ufeff", "\ufefb", "\r\n", "\n\n", "\t", "\U0001f600", "«", "»", "“", "”", '"',
    "<", "&", "[", "`", "{{", "*", "_", "#", "؟", ".", "،", "0", "٣", "۷", "Al",
)  # fmt: skip
WORDS = ("قال", "الاثنين", "الماضي", "في", "بغداد", "وللخميس", "أكثر", "من", "العراق", "مسؤول", "إن", "آذار", "2020", "بعد")


def arabic_texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Words of the press, single letters and nasty characters in any order."""
    letters = st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ ")
    return st.lists(st.sampled_from(WORDS) | st.sampled_from(NASTY) | letters | st.just(" "), max_size=max_size).map("".join)
