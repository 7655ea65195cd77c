"""The hours of zone names, held against the places that keep them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from stories.dates.zones import HOURS, SHARED

WINTER, SUMMER = (datetime.fromisoformat(f"2026-{month}-15T12:00") for month in ("01", "07"))
# Where a clock has each name, in January; a day in July where the name is one of summer there.
PLACES = {
    "UTC": "Etc/UTC", "GMT": "Etc/GMT", "Z": "Etc/Zulu", "WET": "Europe/Lisbon", "CET": "Europe/Paris",
    "MEZ": "Europe/Vienna", "EET": "Europe/Athens", "MSK": "Europe/Moscow", "МСК": "Europe/Moscow",
    "TRT": "Europe/Istanbul", "WAT": "Africa/Lagos", "CAT": "Africa/Maputo", "SAST": "Africa/Johannesburg",
    "EAT": "Africa/Nairobi", "IRST": "Asia/Tehran", "PKT": "Asia/Karachi", "NPT": "Asia/Kathmandu",
    "WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura", "ICT": "Asia/Bangkok",
    "HKT": "Asia/Hong_Kong", "SGT": "Asia/Singapore", "MYT": "Asia/Kuala_Lumpur", "PHT": "Asia/Manila",
    "AWST": "Australia/Perth", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "ACDT": "Australia/Adelaide",
    "AEDT": "Australia/Sydney", "NZDT": "Pacific/Auckland", "BRT": "America/Sao_Paulo",
    "ART": "America/Argentina/Buenos_Aires", "CLST": "America/Santiago", "COT": "America/Bogota", "PET": "America/Lima",
    "VET": "America/Caracas", "EST": "America/New_York", "AKST": "America/Anchorage", "HST": "Pacific/Honolulu",
    "NST": "America/St_Johns",
}  # fmt: skip
SUMMERS = {
    "WEST": "Europe/Lisbon", "CEST": "Europe/Paris", "MESZ": "Europe/Vienna", "EEST": "Europe/Athens",
    "ACST": "Australia/Adelaide", "AEST": "Australia/Sydney", "NZST": "Pacific/Auckland", "CLT": "America/Santiago",
    "EDT": "America/New_York", "CDT": "America/Chicago", "MDT": "America/Denver", "PDT": "America/Los_Angeles",
    "NDT": "America/St_Johns", "ADT": "America/Halifax",
}  # fmt: skip
OF_COUNTRIES = {
    "IST": {"IN": "Asia/Kolkata", "LK": "Asia/Colombo", "IL": "Asia/Jerusalem"},
    "BST": {"BD": "Asia/Dhaka"},
    "CST": {"US": "America/Chicago", "CA": "America/Winnipeg", "MX": "America/Mexico_City", "CN": "Asia/Shanghai",
            "TW": "Asia/Taipei", "CU": "America/Havana"},
    "PST": {"US": "America/Los_Angeles", "CA": "America/Vancouver", "MX": "America/Tijuana", "PH": "Asia/Manila"},
    "MST": {"US": "America/Denver", "CA": "America/Edmonton", "MX": "America/Hermosillo", "MY": "Asia/Kuala_Lumpur"},
    "AST": {"CA": "America/Halifax", "PR": "America/Puerto_Rico", "BB": "America/Barbados",
            "TT": "America/Port_of_Spain", "SA": "Asia/Riyadh", "IQ": "Asia/Baghdad", "KW": "Asia/Kuwait",
            "QA": "Asia/Qatar"},
    "GST": {"AE": "Asia/Dubai", "OM": "Asia/Muscat"},
    "SST": {"WS": "Pacific/Pago_Pago", "AS": "Pacific/Pago_Pago", "SG": "Asia/Singapore"},
}  # fmt: skip
OF_SUMMERS = {
    "IST": {"IE": "Europe/Dublin"},
    "BST": {
        "GB": "Europe/London",
        "IM": "Europe/Isle_of_Man",
        "JE": "Europe/Jersey",
        "GG": "Europe/Guernsey",
    },
}


def hours(place: str, when: datetime) -> float:
    offset = ZoneInfo(place).utcoffset(when)
    assert offset is not None
    return offset.total_seconds() / 3600


@pytest.mark.parametrize("name", HOURS)
def test_a_name_has_the_hours_of_the_clocks_that_show_it(name: str) -> None:
    place, when = (PLACES[name], WINTER) if name in PLACES else (SUMMERS[name], SUMMER)
    assert HOURS[name] == hours(place, when)


@pytest.mark.parametrize("name", SHARED)
def test_a_name_of_several_countries_has_the_hours_of_each(name: str) -> None:
    expected = {country: hours(place, WINTER) for country, place in OF_COUNTRIES.get(name, {}).items()}
    expected |= {country: hours(place, SUMMER) for country, place in OF_SUMMERS.get(name, {}).items()}
    assert SHARED[name] == expected
