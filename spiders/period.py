"""Whether a date lies within what a run was told to take."""


def within(published: str | None, since: str, until: str) -> bool:
    """Whether a publication date, as precise as it is, lies within two ISO dates, inclusive; an unknown one does.

    since, until: empty where there is no such bound.
    """
    if not published:
        return True
    after = not since or published[:10] >= since[: len(published)]
    return after and (not until or published[: len(until)] <= until)
