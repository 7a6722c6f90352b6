"""Asks Debian's python3-dateutil when 2,000 random recurrence rules (RFC 5545, section 3.3.10) take place.

    apt-get install python3-dateutil
    python3 bench/recurrence/ask-dateutil.py tests/local/recurrence/dateutil-answers.json.gz

Each line of the file is [DTSTART, RRULE, from, to, starts]: all starts from `from` to `to`, both included, at most
twelve. Times have no zone. `npm test` compares the product's answers with them.

Left out is what the product refuses: what RFC 5545 forbids, and BYWEEKNO without days. Left out is also where dateutil
is known to be wrong: the first week of a WEEKLY rule with BYSETPOS (https://github.com/dateutil/dateutil/issues/1398),
and weeks of BYWEEKNO over the turn of the year with INTERVAL, BYSETPOS or a count from the end.
"""

import datetime as dates
import gzip
import json
import random
import sys
from datetime import datetime, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
UNIT = {"YEARLY": 366 * 86400, "MONTHLY": 31 * 86400, "WEEKLY": 7 * 86400, "DAILY": 86400,
        "HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
MOST = 12

dice = random.Random(20261207)


def some(values, most=4):
    return ",".join(str(each) for each in sorted(dice.sample(list(values), dice.randint(1, most))))


def chance(share):
    return dice.random() < share


def from_either_end(least, most):
    return [n for n in range(-most, most + 1) if abs(n) >= least]


def random_rule():
    """Returns DTSTART and a rule that RFC 5545 allows."""
    start = datetime(dice.randint(1971, 2026), dice.randint(1, 12), dice.randint(1, 28),
                     dice.randint(0, 23), dice.choice([0, 0, 15, 30, dice.randint(0, 59)]), dice.choice([0, 0, 0, 17]))
    start = start + timedelta(days=dice.choice([0, 0, 1, 2, 3]))
    freq = dice.choice(FREQUENCIES)
    parts = {}
    if chance(0.5):
        parts["INTERVAL"] = dice.choice([1, 2, 2, 3, 4, 5, 7, 10, 12, 25, 36])
    if chance(0.3):
        parts["WKST"] = dice.choice(DAYS)
    if chance(0.2):
        parts["BYMONTH"] = some(range(1, 13))
    if freq == "YEARLY" and chance(0.3):
        parts["BYWEEKNO"] = some([n for n in range(1, 53)] + ([-1, -2, -26] if parts.get("INTERVAL", 1) == 1 else []))
    if freq not in ("MONTHLY", "WEEKLY", "DAILY") and chance(0.1):
        parts["BYYEARDAY"] = some(from_either_end(1, 366), 8)
    if freq != "WEEKLY" and chance(0.2):
        parts["BYMONTHDAY"] = some(from_either_end(1, 31), 6)
    if chance(0.35) or "BYWEEKNO" in parts and not parts.keys() & {"BYMONTHDAY", "BYYEARDAY"}:
        days = dice.sample(DAYS, dice.randint(1, 5))
        if freq == "MONTHLY" and chance(0.5) or freq == "YEARLY" and chance(0.5) and "BYWEEKNO" not in parts:
            far = 5 if freq == "MONTHLY" or "BYMONTH" in parts else 53
            days = [f"{dice.choice(from_either_end(1, dice.choice([far, 3])))}{day}" for day in days]
        parts["BYDAY"] = ",".join(days)
    if chance(0.2):
        parts["BYHOUR"] = some(range(24))
    if chance(0.15):
        parts["BYMINUTE"] = some([0, 10, 15, 20, 30, 40, 45, 59])
    if chance(0.1):
        parts["BYSECOND"] = some([0, 10, 15, 30, 45, 59])
    if any(part.startswith("BY") for part in parts) and "BYWEEKNO" not in parts and chance(0.3):
        far = [1, -1] if freq == "SECONDLY" else dice.choice([[1, -1], [1, 2, 3, -1, -2], from_either_end(1, 12)])
        parts["BYSETPOS"] = some(far, 2)
        if freq == "WEEKLY":
            start -= timedelta(days=(start.weekday() - DAYS.index(parts.get("WKST", "MO"))) % 7)
    if chance(0.25):
        parts["COUNT"] = dice.choice([1, 2, 3, 10, 50, 500])
    elif chance(0.2):
        step = UNIT[freq] * parts.get("INTERVAL", 1)
        until = start + timedelta(seconds=step * dice.randint(0, 40) + dice.choice([-1, 0, 0, 1]))
        parts["UNTIL"] = f"{until:%Y%m%dT%H%M%S}"
    order = list(parts)
    dice.shuffle(order)
    return start, freq, ";".join([f"FREQ={freq}", *(f"{part}={parts[part]}" for part in order)])


def written(time):
    return f"{time:%Y%m%dT%H%M%S}"


def answered():
    """Returns one line of the file."""
    start, freq, rule = random_rule()
    # dateutil searches to the end of this year for a rule that never applies again.
    dates.MAXYEAR = start.year + {"MINUTELY": 1, "SECONDLY": 0}.get(freq, 50 if UNIT[freq] > 3600 else 5)
    try:
        found = rrulestr(rule, dtstart=start)
    except ValueError:  # "generates an empty set"
        found = []
    late = dice.choice([0, 0, 1, 10]) * UNIT[freq] * dice.randint(1, 20)
    since = min(start + timedelta(seconds=late), datetime(dates.MAXYEAR, 1, 1))
    until = min(since + timedelta(seconds=min(UNIT[freq] * 400, 20 * 366 * 86400)), datetime(dates.MAXYEAR + 1, 1, 1))
    starts = []
    for time in islice(found, 20_000):
        if time > until:
            break
        if time < since:
            continue
        starts.append(time)
        if len(starts) == MOST:
            until = time
            break
    return [written(start), rule, written(since), written(until), [written(time) for time in starts]]


def main():
    lines = []
    while len(lines) < 2000:
        lines.append(answered())
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as file:
        file.write("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines).encode())


main()
