"""Libraries that only some users have: imported when first needed, with a word on how to install what is not there."""

from __future__ import annotations

import importlib
from typing import Any

from isnad.errors import IsnadError


def imported(module: str, extra: str) -> Any:
    """The module. Raises IsnadError where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as problem:
        raise IsnadError(
            f"the recogniser needs «{module}», which cannot be imported: {problem}.",
            mend=f"pip install 'isnad[{extra}]'",
        ) from None
