"""Views: questions that are asked often, ready made."""

VIEWS: dict[str, tuple[str, str]] = {
    "versions": (
        "One row a text that a story had, in order of time, with the columns of `kept_versions`",
        """
        SELECT story, number, seen, last_seen, title,
          coalesce(body, (SELECT body FROM stories WHERE id = kept_versions.story)) AS body,
          digest, page, reading, reader, partial FROM kept_versions
        """,
    ),
    "distinct_stories": (
        "One row a story, however often it was printed: the lead of each cluster, with how many copies there are",
        """
        SELECT stories.*,
          (SELECT count(*) FROM stories AS copy WHERE copy.same_as = stories.id) AS copies,
          (SELECT json_group_array(outlet) FROM (
            SELECT DISTINCT outlet FROM stories AS copy
            WHERE copy.id = stories.id OR copy.same_as = stories.id ORDER BY outlet)) AS outlets
        FROM stories WHERE same_as IS NULL
        """,
    ),
    "story_changes": (
        "One row a change from one version of a story to the next, in order of time",
        """
        SELECT stories.url, stories.outlet, versions.story, versions.number, versions.seen, versions.title,
          changes.place, changes.kind, changes.before, changes.after
        FROM versions JOIN stories ON stories.id = versions.story
        LEFT JOIN changes ON changes.story = versions.story AND changes.number = versions.number
        WHERE versions.number > 1 ORDER BY versions.story, versions.number, changes.place
        """,
    ),
}
