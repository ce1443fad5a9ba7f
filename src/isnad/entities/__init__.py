"""Names in Arabic press text: recognised, told apart and linked to what is known of them. Works without network."""

from isnad.entities.choice import country_named
from isnad.entities.knowledge import Entity, Knowledge, load_knowledge
from isnad.entities.latin import latin_key, transliterate
from isnad.entities.recognise import recognise

__all__ = ["Entity", "Knowledge", "country_named", "latin_key", "load_knowledge", "recognise", "transliterate"]
