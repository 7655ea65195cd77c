"""What lists name: feeds, sitemaps and listings are asked for, and the stories that they name; the rest is counted."""

import json
from collections.abc import Callable, Iterable, Iterator

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from engine.answer import joined, not_modified, page_of, why
from runs.frontier import validators
from runs.trend import FEW
from runs.verdict import NO_STORY, PassedOver
from spiders.outlets import OutletSpider
from stories.dates import Candidate
from stories.identity.urls import belongs_to, canonical_url, is_story


class ListedStories(OutletSpider):
    """A spider whose stories are named by lists."""

    def ask_list(self, url: str, callback: Callable[[Response], Iterator[Request]]) -> Request:
        """The request for a page that lists stories; one that has not changed since the last whole run costs nothing."""
        known = None if self.arguments else self.ledger.known(url)
        meta = {"download_maxsize": self.settings.getint("LIST_MAXSIZE"), "list": url}
        return Request(
            url, callback, errback=self.list_failed, priority=1, meta=meta, headers=validators(known)
        )

    def list_failed(self, failure: Failure) -> None:
        """A feed, a sitemap or a listing was not fetched."""
        reason, detail, _ = why(failure)
        request: Request = failure.request  # type: ignore[attr-defined]
        if not_modified(failure):
            self.outcomes.listed(self.ledger.known(request.meta["list"]) or {})
            return
        self.outcomes.trouble(request.url, reason, detail)

    def take(
        self, response: Response, found: Iterable[tuple[str, list[Candidate]]], follows: bool = False
    ) -> Iterator[Request]:
        """The requests for the stories that a list names, with the dates it gives them; the list is remembered.

        follows: whether links to other sites are followed, as feeds count clicks, and judged by where they lead.
        """
        listed, passed_over = 0, dict[str, PassedOver]()
        for link, dates in found:
            listed += 1
            url = joined(response, link)
            if reason := self.objection(url, follows):
                count, first = passed_over.get(reason, (0, url))
                passed_over[reason] = (count + 1, first)
            if reason not in (NO_STORY, "another site"):
                yield from self.ask(url, dates)
        left = sum(passed_over.get(reason, (0, ""))[0] for reason in (NO_STORY, "another site"))
        self.remember(response, listed, listed - left, passed_over)

    def objection(self, url: str, follows: bool) -> str:
        """Why an address that a list names is not asked for; empty where it is, or becomes a reject."""
        try:
            canonical = canonical_url(url, self.outlet_of(url))
        except ValueError:
            return ""
        if self.outlet.domains and not belongs_to(url, self.outlet):
            return "" if follows else "another site"
        if not is_story(canonical, self.outlet_of(url)):
            return NO_STORY
        if canonical in self.met:
            return "named already"
        return "beyond the limit" if self.left == 0 else ""

    def remember(
        self, response: Response, listed: int, matched: int, passed_over: dict[str, PassedOver]
    ) -> None:
        """What a list named, for the verdict, and for runs to which it says that it has not changed.

        One that names no story any more, and did, is a trouble, in each run until it does again.
        """
        url = response.meta["list"]
        row = {
            "listed": listed,
            "matched": matched,
            "passed_over": json.dumps(passed_over, ensure_ascii=False),
        }
        known = self.ledger.known(url) or {}
        if listed >= FEW and not matched and known.get("matched"):
            self.outcomes.listed(row)
            detail = f"no story's address among {listed}, such as {passed_over.get(NO_STORY, (0, ''))[1]}"
            self.outcomes.trouble(url, "addresses changed", detail)
            return
        page = page_of(response)
        shown = {} if self.arguments else {"etag": page.etag, "last_modified": page.last_modified}
        self.outcomes.listed(row | shown, url, self.outlet.name)
