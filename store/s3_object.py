"""An object of an S3 store, by obstore: the optional extra `remote`."""

import os
from typing import TYPE_CHECKING

from store.fetched import MISSING, ChangedError, UnreachableError

REFUSED = "its store refuses it: do AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment name who may read it?"

if TYPE_CHECKING:
    from obstore import GetOptions


class S3Object:
    """The object at s3://BUCKET/KEY, as `Fetched` has it. Asked again by obstore, where a transfer breaks off.

    Who asks, where and at which service is said by AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION,
    AWS_ENDPOINT_URL and their like in the environment. Raises UnreachableError where they say nothing useful.
    """

    def __init__(self, address: str) -> None:
        # One thread of obstore's, and not one a core: each takes address space, of which a worker has so much only
        os.environ.setdefault("TOKIO_WORKER_THREADS", "1")
        from obstore.exceptions import BaseError
        from obstore.store import S3Store

        bucket, _, self.key = address.partition("://")[2].partition("/")
        self.size = -1
        self.tag = ""
        try:
            self.store = S3Store(bucket, client_options={"allow_http": True})  # where the service is told so
        except BaseError as error:
            raise UnreachableError(_words(error)) from error

    def fetch(self, place: int, size: int) -> bytes:
        """At most `size` bytes from a place on; fewer only at the end. Raises UnreachableError, FileNotFoundError."""
        import obstore
        from obstore import exceptions

        options: GetOptions = {"range": (place, place + size)}
        if self.tag:
            options["if_match"] = self.tag
        try:
            found = obstore.get(self.store, self.key, options=options)
            data = bytes(found.bytes())
        except (FileNotFoundError, exceptions.NotFoundError) as error:
            raise FileNotFoundError(MISSING) from error
        except exceptions.PreconditionError as error:
            raise ChangedError from error
        except (exceptions.PermissionDeniedError, exceptions.UnauthenticatedError) as error:
            raise UnreachableError(REFUSED) from error
        except exceptions.BaseError as error:
            raise UnreachableError(_words(error)) from error
        self.size, self.tag = found.meta["size"], found.meta["e_tag"] or ""
        return data


def _words(error: Exception) -> str:
    """What obstore says, without the requests that it made."""
    return f"its store cannot be read: {' '.join(str(error).partition('Debug source')[0].split())[:300]}"
