"""The address of an archive that lies elsewhere: what it may be, and what must not stand in it."""

import re
from dataclasses import dataclass
from importlib.util import find_spec
from urllib.parse import parse_qsl, urlsplit

ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]+://", re.IGNORECASE
)  # begins one (RFC 3986, 3.1); no drive of Windows
SCHEMES = ("https", "http", "s3")
# In a query, what lets in whoever has it: signatures of Amazon, Google, Microsoft and CloudFront, tokens, keys
SECRET = re.compile(
    r"x-(?:amz|goog)-.+|sig|signature|key-pair-id|policy|(?:.+[_-])?(?:token|.*key|secret|password|auth)"
)
OTHERWISE = "leave that out, and put a name and a password into ~/.netrc, or give the file as s3://"
S3_LIBRARY = "obstore"
NOT_INSTALLED = "{name} is not installed: `make remote` installs it, as does pip install 'cuttings[remote]'"


@dataclass(slots=True, frozen=True)
class Remote:
    """An archive at an address, as `pages.archive` names it. As text it is without what may be a secret."""

    address: str

    def __str__(self) -> str:
        whole, mark, query = self.address.partition("?")
        scheme, _, rest = whole.partition("://")
        host, slash, path = rest.partition("/")
        kept = "" if secret_in(query) else f"{mark}{query}"
        return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}{kept}"

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.address.partition("?")[0].rpartition("/")[2]


def secret_in(query: str) -> str:
    """The first name in a query whose value lets in whoever has it; empty where there is none."""
    names = (name for name, _ in parse_qsl(query, keep_blank_values=True))
    return next((name for name in names if SECRET.fullmatch(name.lower())), "")


def objection(address: str) -> str:
    """Why an archive at an address is not read, in a sentence without a secret of it; empty where it is.

    The address is kept with every page that is read of it, so that it must not let anybody in who reads the database.
    """
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname and parts.path.strip("/") and not parts.path.endswith("/"))
        sound = address.isprintable() and " " not in address and parts.port != 0
    except ValueError:
        return "no address that can be read"
    if parts.scheme.lower() not in SCHEMES:
        return f"archives are read of files, https://, http:// and s3://, and not of {parts.scheme}://"
    if "@" in parts.netloc:
        return "it holds a name or a password, which would be kept with each page: leave it out, and put it into ~/.netrc"
    if secret := secret_in(parts.query):
        return f"it is signed ({secret}), and the signature would be kept with each page: {OTHERWISE}"
    if not sound or not named or parts.fragment:
        return "it names no file: write it as https://HOST/FOLDER/FILE.warc.gz or s3://BUCKET/FOLDER/FILE.warc.gz"
    lacks = parts.scheme.lower() == "s3" and not find_spec(S3_LIBRARY)
    return NOT_INSTALLED.format(name=S3_LIBRARY) if lacks else ""
