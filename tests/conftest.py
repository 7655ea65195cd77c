"""What holds for every test: short ids that are the same everywhere, Hypothesis without a clock or a past, and neither
the zone of the machine nor the terminal that the tests were started from.
"""

import os
import re
import time
import unicodedata

from hypothesis import HealthCheck, settings

ID_LENGTH = 30  # characters of one value in a test's id
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

# A busy machine is slow, and chance is for those who look for faults: HYPOTHESIS_PROFILE=explore make test
settings.register_profile(
    "same", deadline=None, database=None, derandomize=True, suppress_health_check=SLOW, print_blob=True
)
settings.register_profile("explore", settings.get_profile("same"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

os.environ["TZ"] = "UTC"
time.tzset()
for _name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"):
    os.environ.pop(_name, None)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Text in ASCII and cut; bytes by their argument's name alone, since compressed ones hold the time."""
    if isinstance(val, bytes):
        return argname
    if not isinstance(val, str):
        return None
    plain = unicodedata.normalize("NFKD", val).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w.,:/=?*-]+", " ", plain).strip()[:ID_LENGTH].strip() or argname
