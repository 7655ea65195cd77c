"""The address that CLUSTER may have."""

from importlib.util import find_spec
from urllib.parse import urlsplit

LIBRARY = "distributed"
NOT_INSTALLED = (
    f"{LIBRARY} is not installed: `make cluster` installs it, as does pip install 'cuttings[cluster]'"
)


def scheduler(value: str) -> str:
    """What is wrong with the address of a Dask scheduler, in words that end a sentence; empty where nothing is."""
    try:
        parts = urlsplit(value)
        fits = parts.scheme in ("tcp", "tls") and bool(parts.hostname and parts.port) and value.isprintable()
    except ValueError:
        fits = False
    if not fits or parts.netloc != value.partition("://")[2]:
        return "no address of a Dask scheduler, such as tcp://127.0.0.1:8786"
    return "" if find_spec(LIBRARY) else NOT_INSTALLED
