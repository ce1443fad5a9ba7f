"""From articles to a dossier: the entity index and the timeline across them."""
