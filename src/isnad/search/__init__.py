"""Search in Arabic without a server: a static index made from a dossier, and the script that asks it in the browser.

It speaks the protocol of the search workers of Material for MkDocs, and takes the place of Material's own.
"""

from isnad.search.documents import Document
from isnad.search.files import files
from isnad.search.headings import sections
from isnad.search.root import joined, root_of

__all__ = ["Document", "files", "joined", "root_of", "sections"]
