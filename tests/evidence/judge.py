"""What Webrecorder's own tools say of bundles and archives. It runs in an environment of their own, without ours.

`python judge.py FOLDER` looks at the bundles and WARC files in a folder, and prints an object: of each bundle and WARC
file, by its name, whether it is valid, and each answer that pywb replays from it, by time and address: its sha256.
"""

from gevent.monkey import patch_all

patch_all()

import contextlib  # noqa: E402 -- gevent comes first
import io  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
from hashlib import sha256  # noqa: E402
from http.client import HTTPConnection  # noqa: E402
from pathlib import Path  # noqa: E402
from urllib.parse import quote  # noqa: E402

from pywb.apps.frontendapp import FrontEndApp  # noqa: E402
from pywb.manager.manager import main as manage  # noqa: E402
from pywb.utils.geventserver import GeventServer  # noqa: E402
from wacz.main import main as wacz  # noqa: E402
from warcio.cli import main as warcio  # noqa: E402

RESERVED = ":/?#[]@!$&'()*+,;=%"  # RFC 3986, 2.2; and what is encoded


def quietly(tool, words):
    """The exit code of a tool, and what it printed."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        try:
            code = tool(words)
        except SystemExit as end:
            code = end.code
    return code or 0, said.getvalue()


def indexed(name):
    """Have pywb take a file into a collection of its own; the lines of its index."""
    collection = name.replace(".", "-")
    manage(["init", collection])
    unpack = ["--unpack-wacz"] if name.endswith(".wacz") else []
    manage(["add", *unpack, collection, str(Path("..", name).resolve())])
    lines = [
        line
        for file in Path("collections", collection, "indexes").iterdir()
        for line in file.read_text().splitlines()
    ]
    return collection, [
        (line.split(" ", 2)[1], json.loads(line.split(" ", 2)[2])) for line in lines if "{" in line
    ]


def replayed(port, collection, lines):
    """The sha256 of what pywb gives for each capture in its index, as it was received but for its encoding."""
    found = {}
    asked = HTTPConnection("127.0.0.1", port, timeout=600)
    for time, one in lines:
        asked.request("GET", f"/{collection}/{time}id_/{quote(one['url'], safe=RESERVED)}")
        found[f"{time} {one['url']}"] = sha256(asked.getresponse().read()).hexdigest()
    return found


def main(folder):
    """Look at all files of the folder."""
    names = sorted(path.name for path in Path(folder).iterdir() if path.suffix in (".wacz", ".gz"))
    Path(folder, "pywb").mkdir()
    os.chdir(Path(folder, "pywb"))
    told = {}
    for name in names:
        file = str(Path("..", name))
        tool, words = (
            (wacz, ["validate", "-f", file]) if name.endswith(".wacz") else (warcio, ["check", file])
        )
        told[name] = {"check": quietly(tool, words)}
        if "cut" not in name:
            told[name]["index"] = indexed(name)
    server = GeventServer(
        FrontEndApp(custom_config={"framed_replay": False, "debug": False}), port=0, hostname="127.0.0.1"
    )
    for one in told.values():
        if "index" in one:
            one["replay"] = replayed(server.port, *one.pop("index"))
    return told


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):
        result = main(sys.argv[1])
    print(json.dumps(result))
    sys.stdout.flush()
    os._exit(0)
