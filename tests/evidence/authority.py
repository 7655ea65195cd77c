"""A time stamp authority (RFC 3161) that `openssl ts` plays on 127.0.0.1."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.lacking import lacking

REPLY = "application/timestamp-reply"
CONFIGURATION = """
[tsa]
default_tsa = lamp
[lamp]
serial = serial
signer_cert = signer.pem
signer_key = signer.key
default_policy = 1.2.3.4.1
signer_digest = sha256
digests = sha256
"""
Answer = Callable[[bytes], tuple[int, str, bytes]]  # of a query: status, media type, what is answered


def openssl(folder: Path, *words: str) -> None:
    """Run it in a folder. Skips where there is none; fails there in continuous integration."""
    if not shutil.which("openssl"):
        lacking("needs OpenSSL: apt-get install openssl")
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True, timeout=600)


def found(folder: Path) -> None:
    """Keys and certificates: of two roots, and of a signer that the first vouches for."""
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    for name in ("root", "other"):
        root = ("-x509", "-days", "9000", "-subj", f"/CN=Lamp {name}", "-out", f"{name}.pem")
        openssl(folder, "req", *key, "-keyout", f"{name}.key", *root)
    openssl(folder, "req", *key, "-keyout", "signer.key", "-subj", "/CN=Lamp Time", "-out", "signer.csr")
    (folder / "use").write_text("extendedKeyUsage=critical,timeStamping\n")
    by = ("-CA", "root.pem", "-CAkey", "root.key", "-set_serial", "7", "-days", "9000", "-extfile", "use")
    openssl(folder, "x509", "-req", "-in", "signer.csr", *by, "-out", "signer.pem")
    (folder / "authority.cnf").write_text(CONFIGURATION)
    (folder / "serial").write_text("01\n")


def granted(folder: Path) -> Answer:
    """What the authority whose keys are in a folder answers."""

    def answer(query: bytes) -> tuple[int, str, bytes]:
        (folder / "query").write_bytes(query)
        openssl(folder, "ts", "-reply", "-config", "authority.cnf", "-queryfile", "query", "-out", "reply")
        return 200, REPLY, (folder / "reply").read_bytes()

    return answer


@contextmanager
def authority(answer: Answer) -> Iterator[str]:
    """The address of a service that answers so, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, kind, data = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsr"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
