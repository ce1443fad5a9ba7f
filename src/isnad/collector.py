"""The garbage collector, put off while tens of thousands of small things are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No collection inside: it would walk all that was made so far again and again, and find nothing to free.

    Nor does a later one walk what is there at the end: it is set aside, and still freed once nothing refers to it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
