"""What a text reports: who said what, what happened when, and how much of what."""

from isnad.statements.events import events
from isnad.statements.quantities import quantities
from isnad.statements.quotations import quotations
from isnad.statements.speaking_days import as_spoken

__all__ = ["as_spoken", "events", "quantities", "quotations"]
