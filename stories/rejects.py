"""Pages that hold no story: walls, challenges, indexes, galleries, videos."""

from stories.document import Document


def reject(document: Document, reading: object) -> tuple[str, str]:
    """Why a page is no story, and what showed it; empty where it is one."""
    return "", ""
