"""From articles to a dossier: the entity index and the timeline across them."""

from isnad.dossier.collect import collect
from isnad.dossier.model import Dossier

__all__ = ["Dossier", "collect"]
