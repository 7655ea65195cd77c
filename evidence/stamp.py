"""A time stamp that is not ours (RFC 3161): an authority's signed word that it was shown a file's hash at a time."""

import base64
import binascii
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from cryptography.x509 import (
    Certificate,
    InvalidVersion,
    load_der_x509_certificate,
    load_pem_x509_certificates,
)
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from evidence.bundle import digest_of
from store.tables import Row

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"  # RFC 3161, 3.4
SECONDS = 30
MAX_ANSWER_BYTES = 2**20  # bytes of an answer
SHA256 = "2.16.840.1.101.3.4.2.1"
UNCHECKED = "who signed it was not checked, for no root is trusted (-s TIMESTAMP_ROOTS=FILE.pem names some)"
FAULTY = (ValueError, VerificationError, InvalidVersion)  # what reading and checking a token raises


class StampError(Exception):
    """There is no time stamp, or none that holds; the message says why."""


def roots_in(path: Path) -> list[Certificate]:
    """The certificates in a PEM file. Raises ValueError where it has none, OSError where it cannot be read."""
    return load_pem_x509_certificates(path.read_bytes())


def stamp_of(data: bytes, authority: str, roots: Sequence[Certificate]) -> Row:
    """An authority's time stamp of these bytes, as `datapackage-digest.json` holds it.

    roots: whom to trust; with none, who signed it is not checked. Raises StampError where there is none that holds.
    """
    asked = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
    response, kind = _ask(authority, asked.as_bytes())
    where = f"the time stamp authority {authority}"
    try:
        told = decode_timestamp_response(response)
        if told.status:
            said = "; ".join(told.status_string) or f"status {told.status}"
            raise StampError(f"{where} refuses: {said[:200]}")
        if told.tst_info.nonce != asked.nonce:
            raise StampError(f"{where} answered with a time stamp that was made for another request")
    except FAULTY as error:
        raise StampError(f"{where} answered with no time stamp, but {kind} ({_short(error)})") from error
    if wrong := next(_objections(told, data, roots), ""):
        raise StampError(f"{where} answered with a time stamp that does not hold: {wrong}")
    return {
        "authority": authority,
        "response": base64.b64encode(response).decode(),
        "hash": digest_of(response),
    }


def stamp_findings(
    digest: Row, package: Row, data: bytes, roots: Sequence[Certificate], note: Callable[[str], None]
) -> Iterator[str]:
    """What does not hold of the time stamp in `datapackage-digest.json`, a sentence each.

    package, data: `datapackage.json`, which says whether one belongs to it. note: is told, of one that holds, its time.
    """
    authority, stamp = package.get("timeStampAuthority"), digest.get("timeStamp")
    if stamp is None:
        if authority is not None:
            yield f"the time stamp of {authority} is missing, which datapackage.json says that it has"
        return
    try:
        if stamp["authority"] != authority:
            yield f"the time stamp is of {stamp['authority']}, and datapackage.json names {authority}"
        response = base64.b64decode(stamp["response"], validate=True)
        if stamp["hash"] != digest_of(response):
            yield "the time stamp does not have the hash that datapackage-digest.json says"
        told = decode_timestamp_response(response)
        time, signer = told.tst_info.gen_time, _signer(told).subject.rfc4514_string()
    except (*FAULTY, binascii.Error, KeyError, TypeError) as error:
        yield f"the time stamp cannot be read ({_short(error)})"
        return
    wrong = list(_objections(told, data, roots))
    yield from (f"the time stamp does not hold: {what}" for what in wrong)
    if not wrong:
        by = "its signature leads to a root that is trusted" if roots else UNCHECKED
        note(f"time stamp of {time.isoformat()} by {signer} ({authority}): {by}")


def _objections(told: TimeStampResponse, data: bytes, roots: Sequence[Certificate]) -> Iterator[str]:
    """Why a time stamp is none of these bytes, or of no authority that is trusted."""
    imprint = told.tst_info.message_imprint
    if imprint.hash_algorithm.dotted_string != SHA256 or imprint.message != sha256(data).digest():
        yield "it is of another file than datapackage.json, or of that file before it was changed"
    try:
        _signer(told)
        if roots:
            VerifierBuilder(roots=list(roots)).build().verify(told, imprint.message)
    except FAULTY as error:
        yield f"it was altered, or its signature leads to no root that is trusted ({_short(error)})"


def _signer(told: TimeStampResponse) -> Certificate:
    """The one certificate in a token that it is signed by. Raises ValueError where there are none or several."""
    signers = [(one.issuer, one.serial_number) for one in told.signed_data.signer_infos]
    held = map(load_der_x509_certificate, told.signed_data.certificates)
    found = [one for one in held if (one.issuer, one.serial_number) in signers]
    if len(signers) != 1 or len(found) != 1:
        raise ValueError(f"{len(found)} certificates for {len(signers)} signatures")
    return found[0]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """What is asked for is asked of the authority that was named, and of no other."""

    def redirect_request(self, *_: object) -> None:
        return None


def _ask(authority: str, query: bytes) -> tuple[bytes, str]:
    """The answer, and its media type."""
    request = urllib.request.Request(authority, query, {"Content-Type": QUERY, "Accept": REPLY})  # noqa: S310 -- http(s) alone
    where = f"the time stamp authority {authority}"
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=SECONDS) as answer:
            return answer.read(MAX_ANSWER_BYTES), answer.headers.get_content_type()
    except urllib.error.HTTPError as error:
        raise StampError(f"{where} answered HTTP {error.code}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise StampError(f"{where} gave no answer: {_short(reason)}") from error


def _short(error: object) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]
