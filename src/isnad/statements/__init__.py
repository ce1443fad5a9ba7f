"""What a text reports: who said what, what happened when, and how much of what."""

from isnad.statements.events import events
from isnad.statements.quantities import quantities
from isnad.statements.quotations import quotations

__all__ = ["events", "quantities", "quotations"]
