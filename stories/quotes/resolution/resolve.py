"""The names and roles of those who speak the attributions of a text."""

from stories.quotes.drafts import Draft
from stories.quotes.layout.doc import Doc
from stories.quotes.names.mentions import Mention, Person
from stories.quotes.names.plain_names import plain_speakers
from stories.quotes.resolution.roles import role_span
from stories.quotes.resolution.speakers import Cast
from stories.quotes.resolution.whose import own_word
from stories.quotes.tagger.weights import Weights


def resolve(
    doc: Doc, mentions: list[Mention], drafts: list[Draft], weights: Weights | None
) -> list[tuple[str | None, str | None]]:
    """The speaker's name and role of each draft, None where the text gives none."""
    if not doc.language.capitals:
        return [(name, None) for name in plain_speakers(doc, mentions, drafts)]
    cast = Cast(doc, mentions, weights, weights.verbs if weights else frozenset())
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].source or drafts[n].pieces[0])[0])
    people: dict[int, Person | None] = {n: cast.speaker(drafts[n]) for n in order}
    return [_called(cast, draft, people[n]) for n, draft in enumerate(drafts)]


def _called(cast: Cast, draft: Draft, person: Person | None) -> tuple[str | None, str | None]:
    if person:
        return " ".join(person.name), person.role
    if draft.source is None or not own_word(cast.doc, draft.source[0]):
        return None, None
    role = role_span(cast.doc, *draft.source)  # "Its lawyer said": nobody is named, but whose lawyer it is
    return None, (cast.role_text(role) or None) if role else None
