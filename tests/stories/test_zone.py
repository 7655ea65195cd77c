"""No page's date depends on the zone of the machine, whatever POSIX allows to be one."""

import os
import subprocess
import sys

import pytest

READ = """
import os
from stories.dates.reader import build_tables
build_tables()
from tzlocal import get_localzone
print(get_localzone(), os.environ["TZ"])
"""


@pytest.mark.parametrize("zone", ["UTC0", "EST5EDT,M3.2.0,M11.1.0", ":Asia/Tokyo"])
def test_the_machine_s_zone_is_no_matter_to_the_reading_of_dates(zone: str) -> None:
    asked = [sys.executable, "-c", READ]
    done = subprocess.run(asked, capture_output=True, text=True, check=True, env=os.environ | {"TZ": zone})
    assert done.stdout.split() == ["UTC", zone]
